using PolicyBot.Policy.Reports;

namespace PolicyBot.Tests.Reports;

/// <summary>Reports that nobody learnt from, and the way that each must go.</summary>
public sealed class ReadingReportsTests
{
    private static readonly ReportReader Reader = ReportReader.Load();

    [Theory]
    [InlineData("One of my Year 10s has written on her story that she's taken a load of tablets and she isn't answering her phone.", "danger")]
    [InlineData("There is a boy on the roof of the dining hall and he is live on TikTok.", "danger")]
    [InlineData("Somebody has put on Snapchat that he is bringing a knife in for period four today.", "danger")]
    [InlineData("A dad has posted that he's in the car park with a hammer and coming in for the teacher.", "danger")]
    [InlineData("kid just posted goodbye and a pic of the railway line, hes not in school", "danger")]
    [InlineData("Year 9 girl keeps posting pictures of cuts on her arms.", "child_at_risk")]
    [InlineData("He told his friends online that his stepdad locks him in the shed, and now he has bruises.", "child_at_risk")]
    [InlineData("A group of girls run an account that bullies a Year 7 and tell her to kill herself.", "child_at_risk")]
    [InlineData("One of my tutees has three phones and lots of cash, and boasts about delivering for older lads.", "child_at_risk")]
    [InlineData("A pupil in Year 8 has posted that there is no food at home and her mum's been gone for days.", "child_at_risk")]
    [InlineData("She says she'll be married abroad in the holidays and that she does not want to go. She's fourteen.", "child_at_risk")]
    [InlineData("A naked picture of a girl in Year 9 is going round on WhatsApp.", "indecent_image")]
    [InlineData("Boys in my class have used an app to make nudes of the girls.", "indecent_image")]
    [InlineData("her ex says hell leak the topless pics she sent him, shes 15", "indecent_image")]
    [InlineData("A student has been told to pay £100 or a video of him undressed will be sent to his family.", "indecent_image")]
    [InlineData("Somebody filmed a pupil in the shower after PE and put it on Snap.", "indecent_image")]
    [InlineData("A man she met on a game wants one of our Year 7 girls to meet him in town on Saturday.", "adult_contacting_child")]
    [InlineData("An older bloke has been messaging a lad in my form and has sent him money for trainers.", "adult_contacting_child")]
    [InlineData("Someone is pretending to be our PE teacher and asks pupils for photos. The teacher knows nothing about it.", "adult_contacting_child")]
    [InlineData("She has a boyfriend of twenty-eight whom she met on TikTok. He picks her up outside. She's thirteen.", "adult_contacting_child")]
    [InlineData("A stranger comments on our Year 8s' dance videos and asks them to move to Telegram.", "adult_contacting_child")]
    [InlineData("A girl in my form showed me messages from her science teacher, all sent after midnight, with kisses.", "allegation_staff")]
    [InlineData("A teaching assistant has added half of Year 9 on his own Instagram.", "allegation_staff")]
    [InlineData("The cover teacher pushed a boy into a wall; there is a video on TikTok.", "allegation_staff")]
    [InlineData("Our swimming coach has been asking pupils for pictures of themselves in their costumes.", "allegation_staff")]
    [InlineData("My colleague gave a sixth former a lift to his flat and she posted a photo from there.", "allegation_staff")]
    [InlineData("He's a lovely man, everybody likes him, but he texts one of the Year 11 girls every night.", "allegation_staff")]
    [InlineData("One of the TAs has put pictures of her class on her own Facebook with jokes about them.", "allegation_staff")]
    [InlineData("The deputy head has been messaging a pupil on Snapchat and told her to delete it.", "allegation_staff")]
    [InlineData("Our headteacher has been texting a girl in Year 11 late at night.", "allegation_head")]
    [InlineData("The head was filmed grabbing a child by the neck.", "allegation_head")]
    [InlineData("The principal follows pupils on Instagram and comments on their bikini pictures.", "allegation_head")]
    [InlineData("The head told me not to write down what a pupil disclosed about her father.", "allegation_head")]
    public void A_safeguarding_report_goes_the_safeguarding_way(string text, string route) => Assert.Equal(route, Route(text));

    [Theory]
    [InlineData("The trip list with pupils' phone numbers and medical conditions has been put on the public page.", "data_breach")]
    [InlineData("I emailed a whole year's reports to the wrong parents.", "data_breach")]
    [InlineData("A photo on our Twitter shows a screen with everybody's passwords.", "data_breach")]
    [InlineData("Someone has hacked our Facebook page and is advertising bitcoin.", "crime")]
    [InlineData("The tablets that were stolen from the store room are for sale on eBay.", "crime")]
    [InlineData("A fake page is taking money from parents for a ball that does not exist.", "crime")]
    [InlineData("Somebody has made a fake account of Mr Shaw and puts silly captions on his photos.", "staff_target")]
    [InlineData("Our receptionist is being called names in a local Facebook group.", "staff_target")]
    [InlineData("Pupils have made a video that makes fun of a teacher's accent.", "staff_target")]
    [InlineData("A mum has written on our page that the parents' evening was badly run.", "parent_comment")]
    [InlineData("A dad is swearing about the parking under our latest post.", "parent_comment")]
    [InlineData("Parents are complaining about the price of the blazer on Facebook.", "parent_comment")]
    [InlineData("I've been given too many cover lessons and my manager doesn't listen.", "grievance")]
    [InlineData("I would like to complain about the way my appraisal was done.", "grievance")]
    [InlineData("My line manager changed my hours without asking me.", "grievance")]
    [InlineData("Our logo is on a poster for a car wash that has nothing to do with us.", "other")]
    [InlineData("There's a typo in the tweet about the open evening.", "other")]
    [InlineData("The staff Christmas party pictures with wine are on the school's Instagram.", "other")]
    public void A_plain_report_goes_its_own_way(string text, string route) => Assert.Equal(route, Route(text));

    [Theory]
    [InlineData("The wedding photographer was shooting in front of our hall and has tagged us.")]
    [InlineData("The Year 11 band killed it at the concert, but the video has a beer advert in it.")]
    [InlineData("The museum trip album has a picture of a naked statue in it, and someone has commented.")]
    [InlineData("A parent made some cutting remarks about the choir on our page.")]
    [InlineData("A mother says that our use of capital letters is abuse.")]
    [InlineData("A parent has criticised the French teacher's marking on Facebook.")]
    [InlineData("My colleague follows a teacher who used to work here; they joke about football.")]
    [InlineData("Our cake stall was called Death by Chocolate, and somebody reported the poster.")]
    [InlineData("A dad says that the maths homework was torture.")]
    [InlineData("The escape room advert on our page says nobody gets out alive.")]
    [InlineData("The gaming club's poster says Shoot to Win; it is about basketball.")]
    [InlineData("The staff rota for duties is murder this term and I want it changed.")]
    public void Alarming_words_alone_are_no_alarm(string text) => Assert.False(Reader.Read(new ReportWords(text)).Route.IsSafeguarding());

    [Fact]
    public void The_tick_for_danger_always_stands()
    {
        var reading = Reader.Read(new ReportWords("There's a typo on our page.", About: "staff", DangerNow: true));

        Assert.Equal(new ReportReading(ReportRoute.Danger, Sure: true), reading);
    }

    [Fact]
    public void Whom_it_is_about_tells_a_known_adult_from_an_unknown_one()
    {
        const string Words = "Someone has been messaging one of our Year 9 girls on Instagram at night.";

        Assert.Equal(ReportRoute.AllegationStaff, Reader.Read(new ReportWords(Words, About: "staff")).Route);
        Assert.Equal(ReportRoute.AdultContactingChild, Reader.Read(new ReportWords(Words, About: "outsider")).Route);
    }

    [Theory]
    [InlineData("parent")]
    [InlineData("pupil")]
    [InlineData("outsider")]
    [InlineData("the moon")]
    [InlineData(null)]
    public void A_wrong_entry_hides_no_head_who_does_harm(string? about) =>
        Assert.Equal(ReportRoute.AllegationHead, Reader.Read(new ReportWords("The headteacher has been sending a pupil private messages with hearts at night.", About: about)).Route);

    [Fact]
    public void It_says_when_it_is_not_sure()
    {
        Assert.True(Reader.Read(new ReportWords("A naked picture of a Year 9 girl is being shared on Snapchat.")).Sure);
        Assert.False(Reader.Read(new ReportWords("Something happened.")).Sure);
    }

    private static string Route(string text) => Reader.Read(new ReportWords(text)).Route.FileName();
}
