using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using PolicyBot.Bot.Wording;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Wording;

/// <summary>The thumbs below a generated answer are counted, each once.</summary>
public sealed class FeedbackTests(School school) : IClassFixture<School>
{
    [Fact]
    public async Task INV_07_A_thumb_is_counted_once_however_often_it_is_delivered()
    {
        var counted = new List<string>();
        var meters = school.Bot.Get<IMeterFactory>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == Feedback.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
                all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, number, tags, _) =>
        {
            lock (counted)
                counted.Add($"{tags[0].Value} {number}");
        });
        listener.Start();

        var priya = school.Teacher();
        foreach (var reaction in (string[])["like", "dislike", "Quixotanium"])
        {
            var invoke = priya.Pressing("", null);
            (invoke["name"], invoke["value"]) = ("message/submitAction", new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction } });
            await Task.WhenAll(school.DeliverAsync(invoke), school.DeliverAsync(invoke));
        }
        Assert.Equal(["like 1", "dislike 1"], counted);
    }
}
