namespace PolicyBot.Policy.Drafts;

/// <summary>A passage of a draft as it is learnt and read: its words, and beside them what they stand for and where they stand.</summary>
internal static class DraftLesson
{
    /// <summary>The passage's senses and signs, each two of them together, and what of the rest of the draft may change its meaning.</summary>
    public static string Told(Passage passage, Draft draft)
    {
        var own = DraftSenses.In(passage.Words).Concat(Signs.In(passage.Words)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var place = (passage.Source, draft.Account) switch
        {
            (PassageSource.Comment, _) => "comment",
            (PassageSource.Images, DraftAccount.Personal) => "personalpicture",
            (PassageSource.Images, _) => "picture",
            (_, DraftAccount.Personal) => "personal",
            _ => "trust",
        };
        var around = DraftSenses.In(draft.Text).Concat(Signs.In(draft.Text)).Concat(DraftSenses.In(draft.Images ?? "").Select(sense => $"i{sense}")).Distinct(StringComparer.Ordinal).Select(each => $"around{each}");
        return string.Join(' ',
        [
            place, draft.Kind is DraftKind.Reply ? "reply" : "post", draft.Images is null ? "unpictured" : "pictured",
            .. own,
            .. own.Select(each => $"{place}{each}"),
            .. own.SelectMany((one, at) => own[(at + 1)..].Select(other => $"{one}{other}")),
            .. around,
        ]);
    }
}
