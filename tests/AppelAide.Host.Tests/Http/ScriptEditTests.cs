namespace AppelAide.Host.Tests.Http;

public sealed class ScriptEditTests
{
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_sound_edit_is_heard_by_new_calls_while_a_call_in_progress_keeps_its_words()
    {
        using var folder = await LineFolder.CreateAsync();
        var scripts = folder.CopyScripts();
        PhoneCall call;
        await using (var line = await LineServer.StartAsync(folder: folder, settings: [$"Line:Scripts={scripts}"]))
        {
            call = await line.CallArrivesAsync();
            Edit(scripts, "accueil.yaml", "Bonjour, ici la {line.name}.", "Allo, vous êtes à la {line.name}.");
            Edit(scripts, "lieu.yaml", "Dans quelle municipalité habitez-vous? Dites", "Où habitez-vous? Dites");
            await line.UntilAsync(async () => (await line.CallArrivesAsync("+14185550138")).Reply.Said.StartsWith("Allo, vous êtes", StringComparison.Ordinal), Seconds);
            Assert.StartsWith("Dans quelle municipalité", (await call.PressesAsync("1")).Said, StringComparison.Ordinal);
            Assert.StartsWith("Où habitez-vous?", (await (await line.CallArrivesAsync("+14185550139")).PressesAsync("1")).Said, StringComparison.Ordinal);
        }

        await using var restarted = await LineServer.StartAsync(folder: folder, settings: [$"Line:Scripts={scripts}"]);
        await call.Through(restarted).PressesAsync("*");
        Assert.Contains("Dans quelle municipalité", call.Reply.Said, StringComparison.Ordinal);
        Assert.StartsWith("Allo, vous êtes", (await restarted.CallArrivesAsync("+14185550140")).Reply.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_edit_keeps_the_last_good_words_and_ready_says_what_is_wrong_until_it_is_mended()
    {
        using var folder = await LineFolder.CreateAsync();
        var scripts = folder.CopyScripts();
        await using var line = await LineServer.StartAsync(folder: folder, settings: [$"Line:Scripts={scripts}"]);
        Edit(scripts, "accueil.yaml", "go: formations }", "go: nowhere }");
        await line.UntilAsync(async () => (await line.ReadyAsync()).Body.Contains("accueil.yaml", StringComparison.Ordinal), Seconds);
        var (status, body) = await line.ReadyAsync();
        Assert.Equal(200, status);
        Assert.Contains("nowhere", body, StringComparison.Ordinal);
        Assert.StartsWith("Dans quelle municipalité", (await (await line.CallArrivesAsync()).PressesAsync("1")).Said, StringComparison.Ordinal);

        Edit(scripts, "accueil.yaml", "go: nowhere }", "go: formations }");
        await line.UntilAsync(async () => !(await line.ReadyAsync()).Body.Contains("accueil.yaml", StringComparison.Ordinal), Seconds);
    }

    [Fact]
    public async Task A_folder_that_disappears_and_comes_back_does_not_close_the_line()
    {
        using var folder = await LineFolder.CreateAsync();
        var scripts = folder.CopyScripts();
        await using var line = await LineServer.StartAsync(folder: folder, settings: [$"Line:Scripts={scripts}"]);
        System.IO.Directory.Move(scripts, scripts + "-away");
        await line.UntilAsync(() => Task.FromResult(line.Log.All.Contains("cannot be read or kept", StringComparison.Ordinal)), Seconds);
        await line.CallArrivesAsync();
        Edit(scripts + "-away", "accueil.yaml", "Bonjour, ici la {line.name}.", "Allo, vous êtes à la {line.name}.");
        System.IO.Directory.Move(scripts + "-away", scripts);
        await line.UntilAsync(async () => (await line.CallArrivesAsync("+14185550138")).Reply.Said.StartsWith("Allo, vous êtes", StringComparison.Ordinal), Seconds);
    }

    private static void Edit(string scripts, string file, string from, string to)
    {
        var path = Path.Combine(scripts, file);
        var before = File.ReadAllText(path);
        Assert.Contains(from, before, StringComparison.Ordinal);
        File.WriteAllText(path, before.Replace(from, to, StringComparison.Ordinal));
    }
}
