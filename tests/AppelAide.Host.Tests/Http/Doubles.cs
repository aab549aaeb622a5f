using System.Collections.Immutable;
using AppelAide.Dialogue.Definition;
using AppelAide.Dialogue.Engine;
using AppelAide.Host.Conversations;
using AppelAide.Host.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AppelAide.Host.Tests.Http;

/// <summary>Puts something that fails in the place of what answers a question of the dialogue.</summary>
internal static class Doubles
{
    /// <summary>A look-up or command of that name throws; a command only once it has written all that it writes.</summary>
    public static void Break(this IServiceCollection services, string name)
    {
        Wrap<ILookup>(services, real => real.Signature.Name == name ? new BrokenLookup(real) : real);
        Wrap<ICommand>(services, real => real.Signature.Name == name ? new BrokenCommand(real) : real);
    }

    /// <summary>Puts a database that can be made to fail in the place of the real one, which it wraps.</summary>
    public static TroubledDatabase Trouble(this IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(Database));
        services.Remove(real);
        var troubled = new TroubledDatabase();
        services.AddSingleton<Database>(provider => troubled.Wrap((Database)real.ImplementationFactory!(provider)));
        return troubled;
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        foreach (var descriptor in services.Where(service => service.ServiceType == typeof(T)).ToList())
        {
            services.Remove(descriptor);
            services.AddSingleton(provider => wrap(
                (T)(descriptor.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!))));
        }
    }

    private sealed class BrokenLookup(ILookup real) : ILookup
    {
        public QuestionSignature Signature => real.Signature;

        public ImmutableDictionary<string, string> Answer(Question question, CallerContext caller) => throw new InvalidOperationException("broken");
    }

    private sealed class BrokenCommand(ICommand real) : ICommand
    {
        public QuestionSignature Signature => real.Signature;

        public ImmutableDictionary<string, string> Execute(Question question, CallerContext caller, WriteScope scope)
        {
            real.Execute(question, caller, scope);
            throw new InvalidOperationException("broken");
        }
    }
}
