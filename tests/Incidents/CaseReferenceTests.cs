using PolicyBot.Cases;

namespace PolicyBot.Tests.Incidents;

public sealed class CaseReferenceTests
{
    [Theory]
    [InlineData("INC-2026-0042", 2026, 42)]
    [InlineData("  inc-2026-0001 ", 2026, 1)]
    [InlineData("INC-2026-12345", 2026, 12345)]
    public void What_people_say_is_read(string text, int year, int number)
    {
        Assert.True(CaseReference.TryParse(text, out var reference));
        Assert.Equal(new CaseReference("INC", year, number), reference);
        Assert.True(CaseReference.TryParse(reference.ToString(), out var again));
        Assert.Equal(reference, again);
    }

    [Fact]
    public void A_questions_reference_is_one_too()
    {
        Assert.True(CaseReference.TryParse("qst-2026-0007", out var reference));
        Assert.Equal(new CaseReference(CaseReference.Question, 2026, 7), reference);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("INC")]
    [InlineData("INC-2026")]
    [InlineData("INC-2026-42")]
    [InlineData("INC-2026-0000")]
    [InlineData("INC-26-0042")]
    [InlineData("INC-2026--042")]
    [InlineData("INC-2026-+042")]
    [InlineData("INC-2026-0x42")]
    [InlineData("INC-2026-12345678")]
    [InlineData("INC-2026-0042-1")]
    [InlineData("INC-２０２６-0042")]
    [InlineData("INC-2026-٠٠٤٢")]
    [InlineData("XYZ-2026-0042")]
    [InlineData("INC-2026-0042'; DROP TABLE cases; --")]
    [InlineData("INC-2026-0042\0")]
    [InlineData("<at>INC</at>-2026-0042")]
    public void What_is_no_reference_is_not(string? text) => Assert.False(CaseReference.TryParse(text, out _));

    [Fact]
    public void A_hundred_thousand_characters_are_not_even_looked_at() =>
        Assert.False(CaseReference.TryParse("INC-2026-0042" + new string('0', 100_000), out _));
}
