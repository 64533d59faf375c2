namespace PolicyBot.Policy;

/// <summary>A policy folder cannot be used. The message is one sentence that names the file and what is wrong with it.</summary>
public sealed class PolicyException(string message, Exception? innerException = null) : Exception(message, innerException);
