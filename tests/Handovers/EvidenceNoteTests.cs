using PolicyBot.Cases.Handovers;

namespace PolicyBot.Tests.Handovers;

/// <summary>What people write beside a step is kept for years: nothing in it lets anybody in, and ordinary words pass.</summary>
public sealed class EvidenceNoteTests
{
    [Theory]
    [InlineData("The password is Hunter2!x")]
    [InlineData("pw: sunshine")]
    [InlineData("pw = Netball2026!")]
    [InlineData("Done, new pass: kT9$vLq2Zp")]
    [InlineData("changed the password to Tulip-77-Harbour!")]
    [InlineData("pin 4471")]
    [InlineData("2fa code 482913")]
    [InlineData("The code is 482 913")]
    [InlineData("Backup codes: 4821 9930, 1102 5587, 9034 1276")]
    [InlineData("ab3k-99xz f7qp-22mm k8dd-41lo")]
    [InlineData("otpauth://totp/Instagram:north?secret=JBSWY3DPEHPK3PXP&issuer=Instagram")]
    [InlineData("JBSW Y3DP EHPK 3PXP JBSW")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc")]
    [InlineData("EAAGm0PX4ZCpsBAKZBZCZBq2r5xq9aVZBm0PX4ZCps")]
    [InlineData("https://north:geheim@scheduler.example/")]
    [InlineData("https://app.example/reset?token=8f14e45fceea167a5a36dedd4bea2543")]
    [InlineData("key 9a0364b9e99bb480dd25e1f0284c8555")]
    public void A_secret_is_refused(string note) => Assert.Equal(EvidenceNote.Secret, EvidenceNote.Fault(note, "missing"));

    [Theory]
    [InlineData("Nora is full-control admin since 23 November 2026, 14:05")]
    [InlineData("See INC-2026-0042 and HOV-2026-0003")]
    [InlineData("The new password is in the vault")]
    [InlineData("Password changed and put into the vault by Sam")]
    [InlineData("I changed the password on the 23rd")]
    [InlineData("Backup codes are in the vault")]
    [InlineData("Two-step sign-in is on, with the office phone, extension 4471")]
    [InlineData("Rang Meta on 0344 381 4772, case 20261123")]
    [InlineData("https://www.facebook.com/northacademy/settings")]
    [InlineData("Room B12, asset tag DAT-0042")]
    [InlineData("3 devices signed out, none left")]
    [InlineData("There is no password on a LinkedIn Page")]
    [InlineData("Recovery e-mail is social@trust.example")]
    [InlineData("Checked 2026-11-23 09:30 with Year9 tutor")]
    [InlineData("Buffer and Hootsuite revoked")]
    public void Ordinary_words_pass(string note) => Assert.Null(EvidenceNote.Fault(note, "missing"));

    [Fact]
    public void Nothing_and_too_much_are_said()
    {
        Assert.Equal("missing", EvidenceNote.Fault("", "missing"));
        Assert.Contains("under 500 characters", EvidenceNote.Fault(string.Join(' ', Enumerable.Repeat("word", 200)), "missing"), StringComparison.Ordinal);
    }
}
