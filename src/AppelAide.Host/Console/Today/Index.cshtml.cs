using AppelAide.Host.Staff;
using Microsoft.AspNetCore.Authorization;

namespace AppelAide.Host.Console.Today;

/// <summary>What happens now, what waits for staff, and how yesterday was.</summary>
[Authorize(Policy = Policies.Listen)]
internal sealed class IndexModel : ConsolePageModel;
