namespace PolicyBot.Policy;

/// <summary>A policy folder cannot be used. The message is one sentence that names the file and what is wrong with it.</summary>
public sealed class PolicyException : Exception
{
    public PolicyException() : base("The policy folder cannot be used.")
    {
    }

    public PolicyException(string message) : base(message)
    {
    }

    public PolicyException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
