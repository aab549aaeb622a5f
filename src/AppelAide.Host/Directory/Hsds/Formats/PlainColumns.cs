using System.Collections.Frozen;

namespace AppelAide.Host.Directory.Hsds.Formats;

/// <summary>What community groups call the columns of their lists, in French and in English.</summary>
internal static class PlainColumns
{
    private static readonly FrozenDictionary<string, string> Shared = Read("""
        id: identifiant, no, numero, code
        description_fr: description, desc
        phone: telephone, tel, no-de-telephone, numero-de-telephone, phone-number
        email: courriel, adresse-courriel, mail, e-mail
        url: site, site-web, site-internet, web, website, lien
        address: adresse, adresse-complete, adresse-civique
        town: ville, municipalite, city, village, localite
        postal_code: code-postal, cp, zip, postal
        wheelchair: fauteuil-roulant, fauteuil, acces-fauteuil-roulant, accessible-en-fauteuil-roulant, accessible, accessibilite
        latitude: lat
        longitude: long, lng, lon
        verified_on: verifie-le, date-de-verification, verification, mise-a-jour, mis-a-jour-le
        verified_by: verifie-par
        """);

    /// <summary>Of a list of organizations or of places.</summary>
    public static FrozenDictionary<string, string> OfNames { get; } = With(Read("""
        name: nom, name_fr, organisme, organization, organisation, lieu
        organization_id: organisme, organization, organisation
        """));

    /// <summary>Of a list of services.</summary>
    public static FrozenDictionary<string, string> OfServices { get; } = With(Read("""
        name_fr: name, nom, service, services, nom-du-service, activite, programme
        name_en: nom-anglais, english-name
        organization: organisme, organisation, nom-de-l-organisme, association, groupe
        location: lieu, endroit, nom-du-lieu
        needs: besoins, besoin, need, categorie, categories, themes
        hours: heures, horaire, heures-d-ouverture, opening-hours
        languages: langues, langue, language
        bring_fr: apporter, a-apporter, quoi-apporter, documents, bring
        cost: cout, prix, tarif, price
        covers: territoire, territoire-desservi, secteur, area
        eligibility_fr: clientele, admissibilite, pour-qui, eligibility
        """));

    private static FrozenDictionary<string, string> With(FrozenDictionary<string, string> own) =>
        Shared.Concat(own).DistinctBy(name => name.Key).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Each spelling, folded, and the column it means.</summary>
    private static FrozenDictionary<string, string> Read(string lists) => lists.Split('\n')
        .Select(line => line.Split(':', StringSplitOptions.TrimEntries))
        .SelectMany(line => line[1].Split(',', StringSplitOptions.TrimEntries).Prepend(line[0]).Select(name => KeyValuePair.Create(Slug.Of(name), line[0])))
        .DistinctBy(name => name.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);
}
