using System.Globalization;
using PolicyBot.Cases.Outbox;

namespace PolicyBot.Cases.Records;

/// <summary>
/// The outbox rows that bring the Trust's own record up to date. Such a row carries nothing of the case: whoever delivers it reads the case as it is then, so that an old row
/// never brings old words, and what was taken away in the meantime is taken away there too.
/// </summary>
public static class RecordErrands
{
    /// <summary>What a commit that leaves a case so must tell the record; nothing while it is not in it.</summary>
    public static ImmutableArray<Delivery> Of(ICase after) => RecordKinds.Find(after.Reference.Kind)?.Touches(after) is true ? [Of(after.Reference, after.Trail.Count)] : [];

    /// <summary>The errand for a case that is no more.</summary>
    /// <param name="version">Its last one.</param>
    public static Delivery OfDisposed(CaseReference reference, int version) => Of(reference, version + 1);

    /// <summary>The case that an errand is about; false when it names none.</summary>
    public static bool TryRead(Delivery delivery, out CaseReference reference) => CaseReference.TryParse(delivery.Target.Split('/')[0], out reference);

    // One lane for each case: two versions of it never go out at once.
    private static Delivery Of(CaseReference reference, int version) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{reference}/record/{version}"), DeliveryKind.GraphRecord, $"{reference}/record", Utf8Text.Empty) { Lane = $"{reference}/record", Position = version };
}
