using AppelAide.Host.Scheduling;
using AppelAide.Host.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Scheduling;

public sealed class LineWorkTests
{
    [Fact]
    public async Task An_open_line_does_the_work_that_is_registered()
    {
        var work = new SomeWork("some-work", WorkSchedule.Every(TimeSpan.FromHours(1)));
        await using var line = await LineServer.StartAsync(services => services.AddSingleton<IRecurringWork>(work), settings: ["Scheduling:IsOn=true"]);
        await work.RunsAsync();
        await work.RunsAsync(line.Clock, TimeSpan.FromHours(1));
        Assert.Equal(
            line.Services.GetServices<IRecurringWork>().Select(known => known.Name).Order(),
            await line.RowsAsync<string>("SELECT JOB_NAME FROM QRTZ_JOB_DETAILS ORDER BY JOB_NAME"));
    }

    [Fact]
    public async Task A_host_that_is_told_not_to_leaves_it()
    {
        var work = new SomeWork("some-work", WorkSchedule.Every(TimeSpan.FromHours(1)));
        await using var line = await LineServer.StartAsync(services => services.AddSingleton<IRecurringWork>(work), settings: ["Scheduling:IsOn=false"]);
        await line.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<SchedulerWorker>().Single().ExecuteTask!;
        Assert.Equal(0, work.Begun);
        Assert.Empty(await line.RowsAsync<string>("SELECT JOB_NAME FROM QRTZ_JOB_DETAILS"));
    }
}
