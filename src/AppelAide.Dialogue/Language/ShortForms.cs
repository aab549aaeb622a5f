using System.Collections.Frozen;

namespace AppelAide.Dialogue.Language;

/// <summary>
/// Words as people text and say them, and what they stand for: <c>qqn</c>, <c>jveux</c>, <c>chu</c>, <c>hrs</c>. Applied to phrases and to texts
/// alike, so that either may be written short.
/// </summary>
internal static class ShortForms
{
    private static readonly FrozenDictionary<string, string[]> Long = Read("""
        j=je jai=je ai jsuis=je suis jsus=je suis jss=je suis chu=je suis chui=je suis chus=je suis chuis=je suis jme=je me jte=je te jy=je y jen=je en
        jveu=je veux jveut=je veux jvx=je veux vx=veux veu=veux jpeu=je peux jpx=je peux jconnais=je connais jsais=je sais jsai=je sais jc=je sais jcomprend=je comprends
        jveux=je veux jpeux=je peux jcherche=je cherche jcomprends=je comprends jvoudrais=je voudrais jdois=je dois jfais=je fais jsens=je sens
        javais=je avais jaurais=je aurais jaimerais=je aimerais jaimerai=je aimerais jarrive=je arrive jarrete=je arrete jhabite=je habite
        g=je ai gt=je etais pu=plus pus=plus cest=c est ct=c etait
        qqn=quelqu un qqun=quelqu un kelkun=quelqu un quelquun=quelqu un kkun=quelqu un kekun=quelqu un kosse=qu est ce kosser=qu est ce kels=quels kelles=quelles quequn=quelqu un quelqun=quelqu un qqch=quelque chose qqchose=quelque chose kekchose=quelque chose qq=quelque
        rdv=rendez vous rv=rendez vous koi=quoi kwa=quoi ki=qui kel=quel kelle=quelle kan=quand kand=quand komen=comment coment=comment pk=pourquoi pkoi=pourquoi
        ds=dans pr=pour ac=avec av=avec bcp=beaucoup tt=tout ts=tous tjs=toujours tjrs=toujours vs=vous ns=nous su=sur dla=de la pis=puis pi=puis pcq=parce que
        yatu=y a ya=y a yatil=y a t il icitte=ici moe=moi toe=toi stai=c etait jtais=je etais daide=de aide
        mess=message msg=message msgs=messages mesage=message mesages=messages txt=texto txts=textos txto=texto num=numero tel=telephone nb=nombre
        inscript=inscription inscrip=inscription formatio=formation rens=renseignement renseignements=renseignement
        u=you ur=your r=are im=i m ive=i ve id=i d youre=you are wanna=want to gonna=going to gotta=got to lemme=let me gimme=give me
        hrs=hours hr=hour ppl=people sum1=someone some1=someone sm1=someone any1=anyone tmrw=tomorrow tmr=tomorrow 2moro=tomorrow 2nite=tonight b4=before w=with
        appts=appointments dr=doctor docs=doctor bldg=building gov=government govt=government asap=now rite=right wats=what s whats=what s
        """);

    /// <summary>The words of a text, short forms written out.</summary>
    internal static IEnumerable<string> Expand(IEnumerable<string> words) =>
        words.SelectMany<string, string>(word => Long.TryGetValue(word, out var forms) ? forms : [word]);

    private static FrozenDictionary<string, string[]> Read(string table)
    {
        var forms = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var words = table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length;)
        {
            var shortForm = words[i].Split('=')[0];
            var form = new List<string> { words[i++].Split('=')[1] };
            while (i < words.Length && !words[i].Contains('=', StringComparison.Ordinal)) form.Add(words[i++]);
            forms[shortForm] = [.. form];
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
