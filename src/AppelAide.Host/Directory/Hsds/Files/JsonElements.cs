using System.Buffers;
using System.Text.Json;

namespace AppelAide.Host.Directory.Hsds.Files;

/// <summary>
/// The objects of a JSON file, one at a time: those of a list, those of JSON lines, or the only one. What nobody wrote by hand, a text of 2 GB, is refused
/// before it is gathered in memory.
/// </summary>
internal sealed class JsonElements(DirectoryFile file, DefectList defects)
{
    /// <summary>The longest text, in bytes.</summary>
    private const int LongestText = FieldGuardStream.Most;

    /// <summary>The longest object, in bytes: an organization with a thousand services is a few megabytes, a page of them some more.</summary>
    private const int LongestElement = 32 << 20;

    private readonly byte[] block = new byte[64 * 1024];
    private int at, length;

    /// <summary>The number of the object last read, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Each is good until the next is asked for.</summary>
    /// <exception cref="DirectoryFileException">It cannot be read, or ends too early.</exception>
    public IEnumerable<JsonElement> Read()
    {
        using var stream = new Utf8Stream(file.Open(), line => defects.Add(
            DefectKind.Encoding,
            new(file.Name, line, "", "there are letters that are not UTF-8; they were read as Windows-1252", false)));
        var element = new ArrayBufferWriter<byte>(64 * 1024);
        var inList = false;
        var closed = false;
        while (Next(stream) is { } unit)
        {
            if (unit == '[' && !inList && Number == 0)
            {
                inList = true;
            }
            else if (unit == ']' && inList)
            {
                (inList, closed) = (false, true);
            }
            else if (unit == '{' && !closed)
            {
                Number++;
                Gather(stream, element);
                if (Parse(element.WrittenMemory) is { } document)
                {
                    using (document)
                        yield return document.RootElement;
                }

                // One large object must not hold its memory until the end.
                if (element.Capacity > 1 << 20)
                    element = new(64 * 1024);
                else
                    element.ResetWrittenCount();
            }
            else if (unit != ',')
            {
                throw new DirectoryFileException($"{file.Name} is not JSON: there is \"{(char)unit}\" where object {Number + 1} should begin.");
            }
        }

        if (inList)
            throw CutOff();
        if (Number == 0 && !closed)
            throw new DirectoryFileException($"{file.Name} holds nothing.");
    }

    private DirectoryFileException CutOff() => new($"{file.Name} ends in the middle of object {Math.Max(1, Number)}: it was cut off on its way.");

    private JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
        }
        catch (JsonException)
        {
            defects.Add(DefectKind.Layout, new(file.Name, Number, "", "is not JSON", true));
            return null;
        }
    }

    /// <summary>The next byte that is no blank; null at the end.</summary>
    private byte? Next(Stream stream)
    {
        while (Fill(stream))
        {
            var unit = block[at++];
            if (unit is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return unit;
        }

        return null;
    }

    private bool Fill(Stream stream)
    {
        if (at < length)
            return true;
        (at, length) = (0, stream.Read(block));
        return length > 0;
    }

    /// <summary>Copies an object whose brace was read, to its last brace.</summary>
    private void Gather(Stream stream, ArrayBufferWriter<byte> into)
    {
        into.Write("{"u8);
        var (depth, text, escaped) = (1, -1, false);
        while (depth > 0)
        {
            if (!Fill(stream))
                throw CutOff();
            var start = at;
            while (at < length && depth > 0)
            {
                var unit = block[at++];
                if (text >= 0)
                {
                    if (++text > LongestText)
                        throw new DirectoryFileException($"{file.Name} has a text of more than 1 MB in object {Number}.");
                    if (escaped)
                        escaped = false;
                    else if (unit == '\\')
                        escaped = true;
                    else if (unit == '"')
                        text = -1;
                }
                else if (unit == '"')
                {
                    text = 0;
                }
                else if (unit is (byte)'{' or (byte)'[')
                {
                    depth++;
                }
                else if (unit is (byte)'}' or (byte)']')
                {
                    depth--;
                }
            }

            into.Write(block.AsSpan(start, at - start));
            if (into.WrittenCount > LongestElement)
                throw new DirectoryFileException($"{file.Name} has an object of more than {LongestElement >> 20} MB, number {Number}.");
        }
    }
}
