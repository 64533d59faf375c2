using System.Buffers;
using System.Collections.Frozen;

namespace PolicyBot.Policy.Reports;

/// <summary>
/// What a word stands for in a report. "tutee", "y9" and "the little ones" are all children: a report about a tutee then looks like one about a Year 9,
/// although nobody had said "tutee" before.
/// </summary>
[Flags]
internal enum ReportSense
{
    None = 0,
    Child = 1 << 0,
    Age = 1 << 1,
    Staff = 1 << 2,
    Head = 1 << 3,
    Parent = 1 << 4,
    Adult = 1 << 5,
    Contact = 1 << 6,
    Night = 1 << 7,
    Fond = 1 << 8,
    Secret = 1 << 9,
    Suicide = 1 << 10,
    Cut = 1 << 11,
    Nude = 1 << 12,
    Picture = 1 << 13,
    Blow = 1 << 14,
    Weapon = 1 << 15,
    Kill = 1 << 16,
    Now = 1 << 17,
    Height = 1 << 18,
    Sexual = 1 << 19,
    Hunger = 1 << 20,
    Cruel = 1 << 21,
    Drugs = 1 << 22,
    Records = 1 << 23,
    Money = 1 << 24,
    Rude = 1 << 25,
    Work = 1 << 26,
    Harmless = 1 << 27,
    Meet = 1 << 28,
    Disguise = 1 << 29,
    Myself = 1 << 30,
}

internal static class ReportSenses
{
    private const int LongestPhrase = 3;

    private static readonly ReportSense[] People = [ReportSense.Child, ReportSense.Staff, ReportSense.Head, ReportSense.Parent, ReportSense.Adult];

    private static readonly FrozenDictionary<string, ReportSense> Senses = Read(
        (ReportSense.Child, "pupil pupils student students child children childs kid kids girl girls boy boys lad lads lass tutee tutees teen teens teenager learner daughter daughters son sons grandson granddaughter niece nephew minor minors underage y7 y8 y9 y10 y11 y12 y13 y7s y8s y9s y10s y11s y12s yr7 yr8 yr9 yr10 yr11 'yr 7' 'yr 8' 'yr 9' 'yr 10' 'yr 11' 'year 7' 'year 8' 'year 9' 'year 10' 'year 11' 'year 12' 'year 13' 'year 7s' 'year 8s' 'year 9s' 'year 10s' 'year 11s' 'year seven' 'year eight' 'year nine' 'year ten' 'year eleven' 'year tens' 'year elevens' 'young uns' 'little ones' 'little one' 'one of mine' 'one of ours' 'one of my' 'my form' 'my tutor group' youngster youngsters sixthformer 'sixth former' 'sixth formers' classmate toddler schoolgirl schoolboy teenage infant baby toddlers sibling siblings twins brownie scouts cadet choristers prefects 'young person' 'young people' 'young girl' 'young boy' 'young lad' 'a year 7' 9c 10b 11b kiddie kiddies lasses youngest 'head girl' 'head boy'"),
        (ReportSense.Age, "eleven twelve thirteen fourteen fifteen sixteen seventeen 11 12 13 14 15 16 17 '11 year' '12 year' '13 year'"),
        (ReportSense.Staff, "teacher teachers sir miss ta tas lsa lsas coach coaches colleague colleagues supply cover instructor governor volunteer caretaker technician mentor librarian counsellor trainee ect nqt deputy sendco senco tutor chaplain staff midday peri peripatetic minibus invigilator mr mrs ms 'head of' 'the head of' 'our head of' 'head of year' 'assistant head' 'deputy head' 'the deputy head' 'head of music' 'teaching assistant' 'scout leader' 'sports coach' 'youth worker' 'bus driver' dsl nurse tutors drivers assistant mentors supervisor supervisors governors volunteers cleaner cleaners receptionist cook bursar chaperone organist choirmaster leader leaders trainer 'student teacher' 'head of dept' 'head of department' 'line manager' 'head cook' 'deputy head'"),
        (ReportSense.Head, "headteacher headteachers headmaster headmistress principal principals 'head teacher' 'the head' 'our head' 'the heads' 'our heads' 'my head' 'executive head' 'exec head' 'acting head' ht hts gaffer 'the boss' 'vice principal'"),
        (ReportSense.Parent, "mum mums mother mothers dad dads father fathers parent parents carer carers stepdad stepfather stepmum uncle aunt auntie nan nans gran grandma grandad grandmother grandparent brother brothers cousin mam stepbrother"),
        (ReportSense.Adult, "man men bloke blokes guy stranger strangers adult adults fella feller chap woman gentleman 'older guy' 'older man' 'grown man' 'grown up' 'older boy' 'older lad' 'older men' scout agent producer 'in his twenties' 'in his thirties' thirty forty fifty boyfriend bf 'sugar daddy' 'old boy' 'unknown male' 'random man' grown older someone somebody 'a person' 'a man' 'a woman' 'in his 30s' 'in his 20s' 'in his forties' soldier shopkeeper manager photographer 'talent agent' 'modelling agency' dude 'ex pupil' 'ex student' 'former pupil' 'former student' 'former pupils' 'old pupil' 'ex pupils' 'group of adults'"),
        (ReportSense.Contact, "message messages messaged messaging dm dms dmd dming text texts texted texting chat chats chatting chatted writes writing wrote adding added adds follows following followed talking talks 'friend request' contacted contacting snap snaps snapping snapchatting replies liked likes commenting comments facetime facetimes"),
        (ReportSense.Meet, "meet meets meeting lift lifts 'picked up' 'picking up' 'his car' 'her car' 'his flat' 'her flat' 'his house' 'her house' hotel sleepover train ticket 'come over' taxi taxis"),
        (ReportSense.Night, "midnight night nights evening evenings bedtime 1am 2am 3am 4am 11pm 10pm weekend weekends saturday saturdays alone"),
        (ReportSense.Fond, "kiss kisses kissed kissing heart hearts love babe beautiful princess gorgeous stunning gift gifts present presents necklace bracelet darling handsome fit emojis romantic crush dating relationship together hug hugs cuddle xx xxx adores adore affectionate affection flowers 'only one' understands special mature flattering compliments loves 'good looking' pretty sexy fancies 'in love' snuggled"),
        (ReportSense.Secret, "secret secrets 'our secret' 'dont tell' 'not to tell' delete 'keep it quiet' 'keep quiet' private privately personal disappear telegram encrypted 'tell anyone' 'tell no one' hide hidden deleted 'keep this' 'keep it' 'just us' 'between us' 'mums the word'"),
        (ReportSense.Suicide, "suicidal suicide 'self harm' 'self harming' selfharm overdose overdosed 'end it' 'ending it' 'ending things' 'to die' goodbye tablets pills paracetamol noose rope 'kill herself' 'kill himself' 'kill themselves' 'killing himself' 'killing herself' 'own life' 'better off without' 'cant go on' 'want to live' unalive kys 'kill yourself' 'here anymore' 'be here' 'last message' 'ending her' 'ending his' 'taken all' swallowed swallowing goodbyes 'sorry everyone' 'no point' 'not wake'"),
        (ReportSense.Cut, "'cutting herself' 'cutting himself' 'cut herself' 'cut himself' 'her arms' 'his arms' 'her wrists' 'his wrists' 'her wrist' cuts razor bleeding scars bandage 'hurting herself' 'hurting himself' 'hurt herself' 'hurt himself' 'harming herself' 'harming himself'"),
        (ReportSense.Nude, "nude nudes naked topless undressed unclothed 'no clothes' 'nothing on' 'no top' 'without clothes' 'any clothes' 'no clothes on' underwear knickers intimate explicit indecent nudify boobs 'dick pic' 'dick pics' genitals 'private parts' upskirt upskirting upskirted shower showers 'semi nude' bra sextortion sexting deepfake deepfakes 'changing room' cubicle nudity bare starkers 'without her' 'without his' boxers pants strip stripped undress undressing genital willy penis breasts boob 'rude picture' 'rude photo' 'dirty pics' 'private pictures' 'private picture' bath 'ai nudes' onlyfans 'child abuse' csam"),
        (ReportSense.Picture, "photo photos photograph photographs pic pics picture pictures image images video videos vid clip film filmed filming screenshot screenshots selfie selfies recording recorded"),
        (ReportSense.Blow, "hit hits hitting slap slapped slaps punch punched grabbed grab grabs shove shoved shoving kicked throat belt bruise bruises bruised marks batters battered battering beat beats beaten beating struck strangled dragged dragging pushed headlock pinned pinched pinches smacked smack pulling scruff bruising 'black eye' injuries injured injury wounded hurt hurting hurts pinch shook restrain restrained pins"),
        (ReportSense.Weapon, "knife knives gun machete petrol acid sword bomb axe hammer shotgun blade pistol weapon crossbow firearm bombs explosives explosive firework flammable rifle baseball hatchet machetes knifes"),
        (ReportSense.Kill, "kill kills killing killed stab stabbed stabbing shoot shooting die murder burn explode attack torch killer shot shooter shooters dies stabs lynch harm ambush torched fire massacre columbine 'beat up' 'on fire'"),
        (ReportSense.Now, "now 'right now' 'as we speak' 'minutes ago' 'mins ago' tonight 'at the gate' 'on his way' 'on her way' 'on the way' live livestream livestreaming locked missing 'isnt in' 'not answering' 'isnt answering' 'this minute' 'gone missing' 'not in school' 'at this moment' outside today period lunchtime currently 'this afternoon' 'at lunch' 'after school' 'home time' lunch 'this morning' 'just now' 'left the building' 'walked out' collapsed unconscious breathing barricaded vanished 'cant find' 'nobody can find' 'where she is' 'where he is' fitting urgently"),
        (ReportSense.Height, "bridge tracks railings footbridge multistorey weir cliff ledge motorway"),
        (ReportSense.Sexual, "touch touched touches touching lap knee thigh grope groped groping rape raped assault assaulted sexual sexually sex pregnant porn groomed grooming inappropriate inappropriately bikini flirty flirting grooms groom rapist molested fondled thighs swimwear swimsuits undies 'bra straps' 'sleeping with' slept pornographic consensual consent"),
        (ReportSense.Hunger, "hungry starving starved eat eaten eating neglected 'left alone' 'home alone' 'no food' unwashed calories homeless 'sleeping in' 'slept in' drunk drinks 'social services' 'go home' scared frightened afraid neglect cold filthy dirty 'on his own' 'on her own' terrified flinches drinking alcoholic violent evicted abroad passport runaway 'ran away' 'run away' withdrawn tired disclosure disclosed tells told foster cp"),
        (ReportSense.Cruel, "bully bullied bullying bullies humiliated humiliate 'hate page' 'hate account' tormented picked victim spat exposed 'pile on' excluded teased teasing taunted taunts ganging 'pick on' picking 'picked on' outsiders mocked ostracised rating ranked ranking rate 'hate group' 'wants to die'"),
        (ReportSense.Drugs, "drugs drug vape vapes vodka cannabis weed 'county lines' 'two phones' 'second phone' gang gangs deal dealing olders 'older lads' 'older boys' radicalised extremist nazi isis martyr incel fgm 'forced marriage' married marry trainers dealers runner couriers trafficked exploited exploitation cuckooing stash gear snus edibles ketamine xanax lean cocaine radical jihad caliphate supremacist extremism weddings wedding"),
        (ReportSense.Records, "list spreadsheet data login logins password passwords register registers cc attachment medical sen ehcp report reports folder addresses address confidential records mailbox inbox emailed published file files link 'no photo' diagnosis laptop usb gdpr breach leaked sheet database 'data protection' password1 payslips details numbers names medication 'personal data' 'wrong parent' 'wrong person' 'wrong email' bcc forwarded drive unlocked printout planner 'log in' phones"),
        (ReportSense.Money, "money pay bitcoin crypto scam scams fake tickets stolen stole nicked ebay marketplace hacked hacker hackers ransom fraud fraudulent burgled vandals graffiti blackmail threatening threatens threatened threats phishing racist hate stalking harassment refund selling sold sells theft thief thieves break broken broke vandalised vandalism smashed windows arson damage burglary burglars extortion invoice invoices counterfeit impostor police abuse homophobic islamophobic antisemitic swastika swastikas nazis defaced trespassing lead tyres stalker stalked blackmailed hostage cryptocurrency"),
        (ReportSense.Rude, "useless fat ugly rude cow mocking mocks meme memes parody insults nasty abusive liar thick lazy impressions petition sack sacked nicknames ridicule stupid idiot moron clown pig witch dragon hag muppet joke jokes laughed laughing slagging slag trolling troll trolled insulting insulted insult mean unkind cruel spiteful rumour rumours gossip lies slander sticker filter parodies caricature impression imitate imitates 'face on' 'worst teacher' nickname dictator incompetent rubbish disgrace smells accent weight wig bald"),
        (ReportSense.Work, "rota hours appraisal grievance duty duties timetable union leave promotion unfair unfairly overtime contract ppa tlr unpaid workload dispute redundancy payslip 'line manager' 'my pay' hod deadline holiday payroll salary grade job jobs shifts shift hr stress meetings reorganisation restructure redundant promoted demoted undermined undermining formally raise 'cover lesson' bossed treated credit"),
        (ReportSense.Harmless, "cake costume play drama poster theatre typo logo hashtag statue painting puppet halloween advert spam recipe musical pantomime quiz band song cast basketball crest badge hamster goldfish funny novel charity cakes plays concert choir orchestra assembly museum trip gallery drawings comic cartoon robots science experiment fairy ghost cat cats dog dogs horse pigeon squirrel duck rabbit fox slugs wrong spelling date advertisement adverts follower followers account tune copyright design brand banner sign restaurant cafe shop weather newspaper article blog podcast match team football netball cricket game games chess club pancake raffle prize award fair fete"),
        (ReportSense.Disguise, "pretending pretends claims claiming 'says hes' 'calls himself' 'calling himself' impersonating 'using the name' 'in the name' 'fake account' 'fake profile' 'claims to be' 'says he is' nobody unknown catfish 'never met' online"),
        (ReportSense.Myself, "me im ive myself 'my name' 'my photo' 'my own'"));

    /// <summary>What the words of a text stand for, in their order.</summary>
    public static List<ReportSense> In(string text)
    {
        var folded = ArrayPool<char>.Shared.Rent(Words.LongestText);
        try
        {
            return In(folded.AsSpan(0, Words.Fold(text, folded)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
        }
    }

    /// <summary>
    /// The senses as words, then which of them stand together and who is missing: what is learnt beside the words themselves. "Message" says little, "message" in
    /// a report that also has a teacher, a child and a night says nearly all.
    /// </summary>
    public static string Told(List<ReportSense> senses)
    {
        var each = senses.Distinct().Order().ToArray();
        var together = each.SelectMany((one, at) => each[(at + 1)..].Select(other => $"{one}{other}"));
        var missing = People.Where(person => !each.Contains(person)).Select(person => $"no{person}");
        return string.Join(' ', [.. senses.Select(sense => sense.ToString()), .. together, .. missing]);
    }

    // The longest phrase counts: "head of music" is no head.
    private static List<ReportSense> In(ReadOnlySpan<char> words)
    {
        var senses = new List<ReportSense>();
        var find = Senses.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var from = 0; from < words.Length;)
        {
            var (end, next) = (from, 0);
            for (var length = 0; length < LongestPhrase && end < words.Length; length++)
            {
                end = EndOfWord(words, length == 0 ? from : end + 1);
                if (length == 0 || find.ContainsKey(words[from..end]))
                    next = end;
            }

            if (find.TryGetValue(words[from..next], out var sense))
                senses.Add(sense);
            from = next + 1;
        }

        return senses;
    }

    private static int EndOfWord(ReadOnlySpan<char> words, int from) => words[from..].IndexOf(' ') is >= 0 and var length ? from + length : words.Length;

    /// <summary>Words parted by spaces; two or three words that belong together stand in single quotes. A word has one sense: the first that claims it.</summary>
    private static FrozenDictionary<string, ReportSense> Read(params ReadOnlySpan<(ReportSense Sense, string Words)> lists)
    {
        var senses = new Dictionary<string, ReportSense>(StringComparer.Ordinal);
        foreach (var (sense, words) in lists)
        {
            // Odd parts of a split at the quotes are the phrases.
            foreach (var (number, part) in words.Split('\'').Index())
            {
                foreach (var word in number % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    senses.TryAdd(word, sense);
            }
        }

        return senses.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
