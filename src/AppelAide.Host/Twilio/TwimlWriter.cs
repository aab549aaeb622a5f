using System.Buffers;
using System.Globalization;
using System.Text;

namespace AppelAide.Host.Twilio;

/// <summary>
/// Writes one TwiML document as UTF-8. Every value is escaped and what XML 1.0 forbids is left out, so that no words of a citizen or of the
/// directory can break the document. An XmlWriter would do; this costs a twentieth of it, on every turn of every call.
/// </summary>
internal sealed class TwimlWriter : IDisposable
{
    private readonly Stack<string> _open = new(4);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;
    private bool _inTag;

    /// <summary>Begins with the declaration and <c>&lt;Response&gt;</c>.</summary>
    public TwimlWriter()
    {
        Raw("""<?xml version="1.0" encoding="UTF-8"?>""");
        Open("Response");
    }

    /// <summary>Bytes written so far.</summary>
    public int Length => _length;

    /// <summary>Begins an element.</summary>
    /// <param name="element">A name from Twilio's documentation, never data.</param>
    public TwimlWriter Open(string element)
    {
        EndTag();
        Raw("<");
        Raw(element);
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
        Raw(" ");
        Raw(name);
        Raw("=\"");
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
        Raw("\"");
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
            Raw("/>");
            _inTag = false;
            return this;
        }

        Raw("</");
        Raw(element);
        Raw(">");
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
            Raw(">");
        _inTag = false;
    }

    private void Escape(ReadOnlySpan<char> value, bool inAttribute)
    {
        var clean = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (char.IsHighSurrogate(character) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
                continue;
            }

            var replacement = Replacement(character, inAttribute);
            if (replacement is null)
                continue;
            Raw(value[clean..i]);
            Raw(replacement);
            clean = i + 1;
        }

        Raw(value[clean..]);
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

    private void Raw(ReadOnlySpan<char> characters)
    {
        var most = Encoding.UTF8.GetMaxByteCount(characters.Length);
        if (_buffer.Length - _length < most)
            Grow(_length + most);
        _length += Encoding.UTF8.GetBytes(characters, _buffer.AsSpan(_length));
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
