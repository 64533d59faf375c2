using System.Collections.Frozen;

namespace PolicyBot.Policy;

/// <summary>
/// Notices that somebody may be in danger. Code, not data: no exchanged policy folder may switch it off.
/// It would rather offer help once too often than once too seldom, but talk about awareness weeks or a
/// photo shoot is no alarm.
/// </summary>
internal static class UrgentWords
{
    [Flags]
    private enum Sign : long
    {
        None = 0,
        Child = 1 << 0,
        Family = 1 << 1,
        Stranger = 1 << 2,
        Oneself = 1 << 3,
        Kill = 1 << 4,
        Suicide = 1 << 5,
        Pills = 1 << 6,
        Swallow = 1 << 7,
        Weapon = 1 << 8,
        Threat = 1 << 9,
        Intent = 1 << 10,
        Now = 1 << 11,
        Nude = 1 << 12,
        Sexual = 1 << 13,
        Contact = 1 << 14,
        Hurt = 1 << 15,
        Harmed = 1 << 16,
        Home = 1 << 17,
        Groomed = 1 << 18,
        Awareness = 1 << 19,
        Said = 1 << 20,
        Alarm = 1 << 21,
        Filming = 1 << 22,
        Indecent = 1 << 23,
        Photo = 1 << 24,
        Cut = 1 << 25,
        Obscene = 1 << 26,
        Die = 1 << 27,
        End = 1 << 28,
        Wounded = 1 << 29,
        Carry = 1 << 30,
        Figure = 1L << 31,
        DieFor = 1L << 32,
    }

    private static readonly FrozenDictionary<string, Sign> Signs = Read(
        (Sign.Child, "pupil pupils student students child children kid kids girl girls boy boys teenager teen learner lad lass son daughter underage minor y7 y8 y9 y10 y11 y12 y13 yr7 yr8 yr9 yr10 yr11 yr12 yr13 year7 year8 year9 year10 year11 'year 7' 'year 8' 'year 9' 'year 10' 'year 11' 'year 12' 'year 13' 'yr 7' 'yr 8' 'yr 9' 'yr 10' 'yr 11' tutee"),
        (Sign.Family, "mum mother dad father stepdad stepfather stepmum stepmother uncle aunt brother boyfriend mums dads grandad"),
        (Sign.Stranger, "man men bloke stranger strangers 'older guy' 'random guy' 'grown man' 'adult online' 'older boy' 'random adult' 'an adult'"),
        (Sign.Oneself, "himself herself themselves themself myself hisself themselfs"),
        (Sign.Kill, "kill killing kills stab stabbing stabbed shoot shooting murder attack attacking attacked 'beat up' 'beaten up' 'beating up' 'blow up' bomb"),
        (Sign.Suicide, "suicidal suicide kys 'gonna kms' 'self harm' 'self harms' 'self harming' 'self harmed' selfharm selfharming selfharmed overdose overdosed overdosing 'self injury'"),
        (Sign.Die, "'to die' 'be alive'"),
        (Sign.DieFor, "'die for' 'die of'"),
        (Sign.End, "'end it' 'ending it'"),
        (Sign.Suicide | Sign.Said, "'dont exist' 'better off' 'life anymore' 'unalive'"),
        (Sign.Pills, "pills tablets paracetamol bleach medication"),
        (Sign.Swallow, "taken took swallowed taking swallowing drank"),
        (Sign.Cut, "cut cutting cuts hurting harming harm hurt"),
        (Sign.Weapon, "knife knives gun machete weapon blade bomb acid firearm"),
        (Sign.Threat, "threat threats threatened threatening threatens"),
        (Sign.Intent, "going gonna planning coming about says said saying wants hes shes will"),
        (Sign.Said, "says said saying told messaged hes shes theyre posted wants disclosed ive"),
        (Sign.Now, "now outside gate gates tonight tomorrow inside 'right now' 'in school' 'on site' 'on his' 'on her' minutes mins"),
        (Sign.Obscene, "nudes 'nude photo' 'nude photos' 'nude picture' 'nude pictures' 'nude pic' 'nude pics' 'naked photo' 'naked photos' 'naked picture' 'naked pictures' 'naked pic' 'naked pics' 'dick pic' 'dick pics' upskirt upskirting upskirted 'child porn' 'child pornography' 'sex tape'"),
        (Sign.Wounded, "stabbed slashed unresponsive collapsed dying 'isnt breathing' 'been shot'"),
        (Sign.Carry, "carrying carries brought brings bringing brandishing waving wielding 'has a' 'hes got' 'shes got' 'has got'"),
        (Sign.Figure, "'dying to' 'dying for' 'dying of' 'assisted dying' 'kill me' 'kills me' 'killing me' 'murder me' 'shoot me' 'kill time' 'kill for' 'murder mystery' 'shooting star' 'shooting stars'"),
        (Sign.Nude, "nude nudes naked topless undressed sexting upskirt upskirting 'semi nude' 'dick pic' 'dick pics'"),
        (Sign.Sexual, "sexual sexually flirty flirting flirted secret 'late night' 'love you' inappropriately sleep"),
        (Sign.Indecent, "indecent explicit sexual pornographic porn"),
        (Sign.Photo, "photo photos pic pics picture pictures image images video videos"),
        (Sign.Contact, "message messages messaging messaged dm dms dmed dming texting texts meet meeting met chatting talking contacting snapchatting snapping gifts contacted talks"),
        (Sign.Hurt, "hit hits hitting beats beating beaten hurts hurting hurt abuse abused abusing punched punches kicked strangled touched touching touches locked starving neglected"),
        (Sign.Harmed, "raped rape molested assaulted 'sexually abused' 'sexual abuse' trafficked 'at risk' 'county lines' 'ran away' 'run away' 'gone missing' 'went missing' 'not safe at' 'safeguarding concern' disclosed disclosure fgm 'genital mutilation' 'forced marriage' radicalised radicalized exploited 'being hurt' 'being beaten' 'being harmed' 'being neglected' 'missing child' 'missing pupil' 'missing girl' 'missing boy' 'child abuse' 'being abused' 'home alone'"),
        (Sign.Home, "home house bedroom bathroom"),
        (Sign.Groomed, "groom grooming groomed predator paedophile paedo pedo pedophile sextortion sextorted"),
        (Sign.Awareness, "awareness campaign campaigns leaflet poster charity helpline fundraiser fundraising prevention book training assembly lesson lessons workshop pshe rse drill course 'film about' 'play about' 'book about'"),
        (Sign.Filming, "video film photo photos footage filming reel scene"),
        (Sign.Alarm, "bleeding unconscious 'not breathing' '999' 'in danger' 'immediate danger' 'death threat' 'death threats' 'school shooter' 'active shooter' 'shoot up' 'bomb threat' 'kidnapped' anaphylaxis anaphylactic epipen 'epi pen' 'allergic reaction' 'a seizure' 'having seizures' 'is choking' 'chest pain' 'chest pains' 'cant breathe' 'going faint' 'feeling faint' 'feel faint' 'wrong insulin' 'wrong dose' 'wrong medication' 'wrong tablets'"));

    /// <summary>What the folded words warn of, or null.</summary>
    public static UrgentKind? In(ReadOnlySpan<char> words)
    {
        var signs = SignsIn(words);
        if (signs == Sign.None)
            return null;

        // "The head will kill me" and "dying for a tea" are how people talk; what is left of a doubt, the recogniser settles.
        var plain = !Any(signs, Sign.Figure);
        var spoken = !Any(signs, Sign.Awareness) || Any(signs, Sign.Said);

        if (spoken && (Any(signs, Sign.Obscene) || (Any(signs, Sign.Nude) && Any(signs, Sign.Child | Sign.Said)) || All(signs, Sign.Indecent | Sign.Photo)))
            return UrgentKind.IndecentImage;
        var wishesToDie = (Any(signs, Sign.Die) && !Any(signs, Sign.DieFor))
            || (Any(signs, Sign.End) && Any(signs, Sign.Child | Sign.Said | Sign.Intent | Sign.Now));
        if (spoken && (wishesToDie || Any(signs, Sign.Suicide) || All(signs, Sign.Kill | Sign.Oneself) || All(signs, Sign.Cut | Sign.Oneself) || All(signs, Sign.Pills | Sign.Swallow | Sign.Said)))
            return UrgentKind.SelfHarm;
        if (Any(signs, Sign.Child) && spoken
            && (Any(signs, Sign.Groomed) || All(signs, Sign.Stranger | Sign.Contact) || All(signs, Sign.Sexual | Sign.Contact)))
            return UrgentKind.AdultContact;
        if (Any(signs, Sign.Harmed | Sign.Hurt) && Any(signs, Sign.Child) && spoken
            && (Any(signs, Sign.Harmed) || Any(signs, Sign.Family | Sign.Home)))
            return UrgentKind.ChildAtRisk;
        if (spoken && (Any(signs, Sign.Alarm) || (plain && All(signs, Sign.Wounded | Sign.Child))))
            return UrgentKind.Danger;
        var violence = (Any(signs, Sign.Weapon) && Any(signs, Sign.Threat | Sign.Now | Sign.Carry))
            || (Any(signs, Sign.Kill) && Any(signs, Sign.Threat | Sign.Now | Sign.Intent) && (plain || Any(signs, Sign.Threat | Sign.Said)));
        return violence && spoken && !Any(signs, Sign.Filming) ? UrgentKind.Danger : null;
    }

    private static Sign SignsIn(ReadOnlySpan<char> words)
    {
        var found = Sign.None;
        var find = Signs.GetAlternateLookup<ReadOnlySpan<char>>();
        var previous = 0;
        for (var from = 0; from < words.Length;)
        {
            var length = words[from..].IndexOf(' ');
            var end = length < 0 ? words.Length : from + length;
            if (find.TryGetValue(words[from..end], out var one))
                found |= one;
            if (previous < from && find.TryGetValue(words[previous..end], out var pair))
                found |= pair;
            (previous, from) = (from, end + 1);
        }

        return found;
    }

    private static bool Any(Sign signs, Sign wanted) => (signs & wanted) != Sign.None;

    private static bool All(Sign signs, Sign wanted) => (signs & wanted) == wanted;

    /// <summary>Words parted by spaces; two or more words that belong together stand in single quotes.</summary>
    private static FrozenDictionary<string, Sign> Read(params ReadOnlySpan<(Sign Sign, string Words)> lists)
    {
        var signs = new Dictionary<string, Sign>(StringComparer.Ordinal);
        foreach (var (sign, words) in lists)
        {
            // Odd parts of a split at the quotes are the phrases.
            foreach (var (number, part) in words.Split('\'').Index())
            {
                foreach (var word in number % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    signs[word] = signs.GetValueOrDefault(word) | sign;
            }
        }

        return signs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
