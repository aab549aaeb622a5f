using System.CommandLine;
using AppelAide.Host.Commands;

namespace AppelAide.Host.Tests.Commands;

/// <summary>Wrong usage is told in one clear line before anything is opened.</summary>
public sealed class PhoneOptionsTests
{
    [Theory]
    [InlineData("call --from 418-555-0142")]
    [InlineData("call --lang de")]
    [InlineData("call --url localhost")]
    [InlineData("call --url ftp://localhost")]
    [InlineData("text")]
    [InlineData("text allo --file texts.txt")]
    [InlineData("text allo --from 12")]
    public void Wrong_usage_is_one_line(string line)
    {
        var error = Assert.Single(Parse(line).Errors);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("call")]
    [InlineData("call --from +14185550142 --lang en --keys 1,2,Gaspé --url http://localhost:5080 --json")]
    [InlineData("text allo 1 2")]
    [InlineData("text --file texts.txt --json")]
    public void Right_usage_is_taken(string line) => Assert.Empty(Parse(line).Errors);

    [Theory]
    [InlineData("call --keys 1 --url http://127.0.0.1:1")]
    [InlineData("text allo --url http://127.0.0.1:1")]
    public async Task A_line_that_cannot_be_reached_is_one_line(string line)
    {
        var error = new StringWriter { NewLine = "\n" };
        var code = await Parse(line).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = error });
        Assert.Equal(1, code);
        Assert.StartsWith("No line answers at http://127.0.0.1:1", Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static ParseResult Parse(string line) => new RootCommand { CallCommand.Create(), TextCommand.Create() }.Parse(line);
}
