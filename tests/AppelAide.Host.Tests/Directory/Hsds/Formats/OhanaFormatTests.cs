using AppelAide.Host.Directory.Hsds;
using AppelAide.Host.Directory.Hsds.Formats;

namespace AppelAide.Host.Tests.Directory.Hsds.Formats;

public sealed class OhanaFormatTests : IDisposable
{
    private readonly Reading reading = new();

    public void Dispose() => reading.Dispose();

    [HsdsFact]
    public void The_older_sample_comes_in_and_what_is_broken_in_it_is_told()
    {
        reading.ReadFrom(HsdsData.Ohana);
        Assert.Equal("Ohana, CSV", reading.Format);
        Assert.Equal(
            [
                "phones.csv, row 41, number: \"+1 123-456-7890\" is not a telephone that can be dialled",
                "phones.csv, row 48, number: \"123-456-7890\" is not a telephone that can be dialled",
                "phones.csv, row 52, number: \"123-456-7890\" is not a telephone that can be dialled",
                "regular_schedules.csv, row 12, closes_at: it opens at 09:00 and closes at 03:00",
            ],
            reading.Told);
        Assert.All(reading.Records, record => Assert.True(HsdsIdentity.IsUuid(record.Id)));
        var service = reading.Find("service", HsdsIdentity.Make("service", "22"));
        var site = Assert.Single(reading.Of("service_at_location"), row => row["service_id"] == service.Id);
        Assert.Equal(HsdsIdentity.Make("location", "22"), site["location_id"]);
        Assert.Equal(
            ["MO 08:00 12:00", "MO 14:00 16:00", "WE 10:00 15:00"],
            reading.Of("schedule").Where(row => row["service_id"] == service.Id && row["closed"].Length == 0).Select(row => $"{row["byday"]} {row["opens_at"]} {row["closes_at"]}"));
        Assert.Contains(reading.Of("accessibility"), row => row["wheelchair"] == "yes");
    }

    [Fact]
    public void A_holiday_of_every_year_is_every_twelfth_month()
    {
        var days = OhanaDates.Schedules(OhanaDates.Read("December 30, 0001")!.Value, OhanaDates.Read("January 02, 0001")!.Value).ToList();
        Assert.Equal(["2000-12-01 30,31", "2000-01-01 1,2"], days.Select(Named).Select(fields => $"{fields["dtstart"]} {fields["bymonthday"]}"));
        Assert.Equal(4, OhanaDates.Schedules(OhanaDates.Read("June 01, 0001")!.Value, OhanaDates.Read("September 01, 0001")!.Value).Count());
        var once = Named(Assert.Single(OhanaDates.Schedules(OhanaDates.Read("12/24/2015")!.Value, OhanaDates.Read("12/26/15")!.Value)));
        Assert.Equal(("2015-12-24", "2015-12-26"), (once["valid_from"], once["valid_to"]));
    }

    private static Dictionary<string, string> Named((string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);
}
