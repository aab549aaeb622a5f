namespace AppelAide.Host.Directory.Hours;

/// <summary>The stretches of one day while they are put together, in space lent by the caller.</summary>
internal ref struct DayPlan(Span<Stretch> space)
{
    private readonly Span<Stretch> space = space;
    private int count;

    /// <summary>Apart from each other, in order.</summary>
    public readonly ReadOnlySpan<Stretch> Stretches => space[..count];

    /// <summary>Adds a stretch; those that it overlaps or adjoins become one with it.</summary>
    public void Open(Stretch added)
    {
        var first = 0;
        while (first < count && space[first].To < added.From)
            first++;
        var next = first;
        while (next < count && space[next].From <= added.To)
        {
            added = new(Math.Min(added.From, space[next].From), Math.Max(added.To, space[next].To));
            next++;
        }

        space[next..count].CopyTo(space[(first + 1)..]);
        space[first] = added;
        count += 1 - (next - first);
    }

    /// <summary>Takes a stretch away.</summary>
    public void Close(Stretch closed)
    {
        for (var i = 0; i < count; i++)
        {
            var open = space[i];
            if (open.To <= closed.From || open.From >= closed.To)
                continue;
            if (open.From < closed.From && open.To > closed.To)
            {
                space[i..count].CopyTo(space[(i + 1)..]);
                count++;
                space[i] = open with { To = closed.From };
                space[++i] = open with { From = closed.To };
            }
            else if (open.From < closed.From)
            {
                space[i] = open with { To = closed.From };
            }
            else if (open.To > closed.To)
            {
                space[i] = open with { From = closed.To };
            }
            else
            {
                space[(i + 1)..count].CopyTo(space[i..]);
                count--;
                i--;
            }
        }
    }
}
