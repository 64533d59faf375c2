using System.Runtime.InteropServices;

namespace PolicyBot.Policy.Recognition;

/// <summary>How probable each kind of subject is: the sum over its subjects.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KindShares(float Covered, float Uncovered, float Errand, float Chatter, float Emergency, float Attack);
