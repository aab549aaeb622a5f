using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace AppelAide.Host.Tests;

/// <summary>Reads from compiled code what a type names: in its signatures, and in its methods' instructions.</summary>
internal static class CodeReader
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types of a type's base, interfaces, fields, properties, parameters, returned values and attributes, generic arguments included.</summary>
    public static IEnumerable<Type> TypesInSignatures(Type type)
    {
        var types = type.GetInterfaces().AsEnumerable();
        if (type.BaseType is { } parent) types = types.Append(parent);
        types = types.Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(type.GetProperties(All).Select(property => property.PropertyType))
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType));
        return types.SelectMany(Inside).Distinct();
    }

    /// <summary>The members that a type's methods name in their instructions, and the types of their locals and generic arguments.</summary>
    public static IEnumerable<MemberInfo> MembersUsed(Type type) =>
        type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)).SelectMany(Used).Distinct();

    private static IEnumerable<MemberInfo> Used(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code) yield break;
        foreach (var local in body.LocalVariables)
            foreach (var inside in Inside(local.LocalType)) yield return inside;
        foreach (var token in Tokens(code))
        {
            var member = method.Module.ResolveMember(
                token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
            if (member is null) continue;
            yield return member;
            if (member is MethodInfo { IsGenericMethod: true } generic)
                foreach (var inside in generic.GetGenericArguments().SelectMany(Inside)) yield return inside;
            foreach (var inside in Inside(member as Type ?? member.DeclaringType)) yield return inside;
        }
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var opcode = code[at] == 0xFE ? Codes[BinaryPrimitives.ReadInt16BigEndian(code.AsSpan(at))] : Codes[code[at]];
            at += opcode.Size;
            if (opcode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));
            at += opcode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
                _ => 4,
            };
        }
    }

    /// <summary>A type with those of its elements and generic arguments.</summary>
    private static IEnumerable<Type> Inside(Type? type)
    {
        if (type is null) return [];
        if (type.HasElementType) return Inside(type.GetElementType());
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Inside).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
