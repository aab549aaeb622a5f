using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;

namespace AppelAide.Host.Persistence;

/// <summary>What Dapper is taught, once a process: instants, and columns named in snake_case.</summary>
internal static class DapperTypes
{
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Dapper's own idea of the type would win over the handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            string text => InstantFormat.Read(text),
            DateTime utc => new DateTimeOffset(utc.Ticks, TimeSpan.Zero),
            DateTimeOffset instant => instant,
            _ => throw new DataException($"An instant cannot be read from {value.GetType().Name}."),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is SqlParameter)
            {
                parameter.DbType = DbType.DateTime2;
                parameter.Value = InstantFormat.Truncate(value).UtcDateTime;
            }
            else
            {
                parameter.DbType = DbType.String;
                parameter.Value = InstantFormat.Write(value);
            }
        }
    }
}
