using AppelAide.Host.Directory.Hsds.Files;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>placeholder</summary>
internal sealed class OhanaFormat(DirectoryFiles files, KnownRecords known, DefectList defects) : RecordFormat(files, known, defects)
{
    public override string Name => "Ohana, CSV";

    public override long BytesTotal => 0;

    public override IEnumerable<HsdsRecord> Read() => [];
}
