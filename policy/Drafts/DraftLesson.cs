namespace PolicyBot.Policy.Drafts;

/// <summary>A passage of a draft as it is learnt and read: its words, and beside them what they stand for and where they stand.</summary>
internal static class DraftLesson
{
    /// <summary>All that belongs to a draft, as one text.</summary>
    public static string Words(Draft draft) => string.Join('\n', Passage.Of(draft).Select(passage => passage.Words));

    /// <summary>What the words of the whole draft stand for, each two of them together, and what kind of draft it is.</summary>
    public static string Told(Draft draft)
    {
        var own = DraftSenses.In(draft.Text).Concat(Signs.In(draft.Text))
            .Concat(DraftSenses.In(draft.Images ?? "").Select(sense => $"i{sense}")).Concat(DraftSenses.In(draft.Comment ?? "").Select(sense => $"c{sense}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return string.Join(' ',
        [
            draft.Account is DraftAccount.Personal ? "personal" : "trust", draft.Kind is DraftKind.Reply ? "reply" : "post", draft.Images is null ? "unpictured" : "pictured",
            .. own,
            .. own.SelectMany((one, at) => own[(at + 1)..].Select(other => $"{one}{other}")),
        ]);
    }

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
