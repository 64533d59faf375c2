using System.Text.Json;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Cases.Trail;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Disposal;
