using System.Buffers;
using System.Globalization;
using System.Text;

namespace AppelAide.Host.Twilio;

/// <summary>
/// Writes one TwiML document as UTF-8. Every value is escaped and what XML 1.0 forbids is left out, so that no words of a citizen or of the
/// directory can break the document. Written by hand because every turn of every call passes here, and because what is said must stop before the
/// provider's limit, which takes knowing the length so far.
/// </summary>
internal sealed class TwimlWriter : IDisposable
{
    /// <summary>All that is ever escaped or left out, but for characters beyond U+D800.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '&', '<', '>', '"']);

    private readonly Stack<string> _open = new(4);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;
    private bool _inTag;

    /// <summary>Begins with the declaration and <c>&lt;Response&gt;</c>.</summary>
    public TwimlWriter()
    {
        Markup("""<?xml version="1.0" encoding="UTF-8"?>"""u8);
        Open("Response");
    }

    /// <summary>Bytes written so far.</summary>
    public int Length => _length;

    /// <summary>Begins an element.</summary>
    /// <param name="element">A name from Twilio's documentation, never data.</param>
    public TwimlWriter Open(string element)
    {
        EndTag();
        Markup("<"u8);
        Words(element);
        _open.Push(element);
        _inTag = true;
        return this;
    }

    /// <summary>An attribute of the element just begun.</summary>
    public TwimlWriter Attribute(string name, ReadOnlySpan<char> value)
    {
        BeginAttribute(name);
        Escape(value, inAttribute: true);
        return EndAttribute();
    }

    /// <summary>An attribute of the element just begun.</summary>
    public TwimlWriter Attribute(string name, int value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Begins an attribute whose value is written piece by piece with <see cref="AttributePart"/>.</summary>
    public TwimlWriter BeginAttribute(string name)
    {
        if (!_inTag)
            throw new InvalidOperationException("An attribute comes right after the beginning of its element.");
        Markup(" "u8);
        Words(name);
        Markup("=\""u8);
        return this;
    }

    /// <summary>A piece of an attribute's value.</summary>
    public TwimlWriter AttributePart(ReadOnlySpan<char> value)
    {
        Escape(value, inAttribute: true);
        return this;
    }

    /// <summary>Ends an attribute begun with <see cref="BeginAttribute"/>.</summary>
    public TwimlWriter EndAttribute()
    {
        Markup("\""u8);
        return this;
    }

    /// <summary>Words inside the element.</summary>
    public TwimlWriter Text(ReadOnlySpan<char> words)
    {
        EndTag();
        Escape(words, inAttribute: false);
        return this;
    }

    /// <summary>Ends the innermost element.</summary>
    public TwimlWriter Close()
    {
        var element = _open.Pop();
        if (_inTag)
        {
            Markup("/>"u8);
            _inTag = false;
            return this;
        }

        Markup("</"u8);
        Words(element);
        Markup(">"u8);
        return this;
    }

    /// <summary>Ends every element and gives the document.</summary>
    public byte[] ToDocument()
    {
        while (_open.Count > 0)
            Close();
        return _buffer.AsSpan(0, _length).ToArray();
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
    }

    private void EndTag()
    {
        if (_inTag)
            Markup(">"u8);
        _inTag = false;
    }

    private void Escape(ReadOnlySpan<char> value, bool inAttribute)
    {
        // Past U+D800 there are halves of characters and non-characters among letters nearly nobody writes: only then is each one looked at.
        if (value.ContainsAnyInRange('\uD800', '\uFFFF'))
        {
            EscapeEach(value, inAttribute);
            return;
        }

        for (var special = value.IndexOfAny(Special); special >= 0; special = value.IndexOfAny(Special))
        {
            Words(value[..special]);
            Words(Replacement(value[special], inAttribute) is { } stands ? stands : value.Slice(special, 1));
            value = value[(special + 1)..];
        }

        Words(value);
    }

    private void EscapeEach(ReadOnlySpan<char> value, bool inAttribute)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                Words(value.Slice(i++, 2));
            else
                Words(Replacement(value[i], inAttribute) is { } stands ? stands : value.Slice(i, 1));
        }
    }

    /// <summary>What stands for the character; null when it stands for itself.</summary>
    private static string? Replacement(char character, bool inAttribute) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' when inAttribute => "&quot;",
        '\n' or '\t' => inAttribute ? " " : null,
        < ' ' or '\uFFFE' or '\uFFFF' => "",
        >= '\uD800' and <= '\uDFFF' => "",
        _ => null,
    };

    private void Words(ReadOnlySpan<char> characters)
    {
        Reserve(characters.Length * 3);
        _length += Encoding.UTF8.GetBytes(characters, _buffer.AsSpan(_length));
    }

    private void Markup(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length >= bytes)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + bytes, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
