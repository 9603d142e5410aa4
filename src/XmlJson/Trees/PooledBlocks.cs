using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace XmlJson.Trees;

/// <summary>A growing sequence in pooled arrays, each twice as long as the one before: what was added never moves, and nothing is copied to grow.</summary>
/// <remarks>
/// One array that doubles would copy everything once and, for a moment, need three times the memory; blocks of one size would be too many for the shared pool to keep.
/// </remarks>
//  block     0          1            2                    K = 1 << FirstBits; block b has K·2^b places
//  index   [0, K)    [K, 3K)     [3K, 7K)  …
//  index + K has its highest bit at FirstBits + b, and the bits below it are the place in the block.
internal struct PooledBlocks<T>
    where T : unmanaged
{
    // Most documents need no longer list.
    private const int UsualBlocks = 4;

    private T[]?[]? _blocks;
    private T[] _last;
    private int _lastBlock;
    private int _capacity;
    private int _used;

    // The index of the first place in the last block.
    private int _first;

    // How many of the first blocks are somebody else's, and whether the list of blocks is.
    private int _sharedBlocks;
    private bool _sharesList;

    public PooledBlocks()
    {
        _blocks = new T[]?[UsualBlocks];
        _last = [];
        _lastBlock = -1;
    }

    // Tiny in Debug, so that tests cross every boundary. A message needs no more than one or two blocks, and new ones cost it by their size: so the first are small.
#if DEBUG
    private static int FirstBits => 4;
#else
    private static int FirstBits => typeof(T) == typeof(byte) ? 8 : 5;
#endif

    private static int MaxBlocks => 31 - FirstBits;

    /// <summary>The item at an index that was added.</summary>
    /// <exception cref="ObjectDisposedException">The memory was released.</exception>
    public readonly ref T this[int index]
    {
        get
        {
            var place = (uint)index + (1u << FirstBits);
            var bit = BitOperations.Log2(place);
            return ref Blocks[bit - FirstBits]![place ^ (1u << bit)];
        }
    }

    /// <summary>The index that is added next, unless a longer run is.</summary>
    public readonly int End => _first + _used;

    private readonly T[]?[] Blocks
    {
        get
        {
            if (_blocks is null)
            {
                ThrowDisposed();
            }

            return _blocks;
        }
    }

    /// <summary>The item at an index that was added; found sooner when it is one of the last.</summary>
    /// <exception cref="ObjectDisposedException">The memory was released.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref T Recent(int index)
    {
        var place = index - _first;
        return ref place >= 0 ? ref _last[place] : ref this[index];
    }

    /// <summary>Adds an item, with whatever the memory held before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add(out int index)
    {
        if (_used == _capacity)
        {
            NextBlock(1);
        }

        var place = _used++;
        index = _first + place;
        return ref _last[place];
    }

    /// <summary>Adds items that follow each other in one array, with whatever the memory held before.</summary>
    /// <returns>The index of the first one.</returns>
    public int Reserve(int length)
    {
        AddRun(length, out var start);
        return start;
    }

    /// <summary>Adds items that follow each other in one array, with whatever the memory held before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> AddRun(int length, out int start)
    {
        if (length > _capacity - _used)
        {
            NextBlock(length);
        }

        start = _first + _used;
        var items = _last.AsSpan(_used, length);
        _used += length;
        return items;
    }

    /// <summary>Makes the run that was reserved last longer, if that is the last one and its block has room.</summary>
    public bool TryExtend(int start, int length, int more)
    {
        if (start + length != End || more > _capacity - _used)
        {
            return false;
        }

        _used += more;
        return true;
    }

    /// <summary>Items that were reserved together.</summary>
    /// <exception cref="ObjectDisposedException">The memory was released.</exception>
    public readonly Span<T> Slice(int start, int length)
    {
        var blocks = Blocks;
        if (length == 0)
        {
            return [];
        }

        var place = (uint)start + (1u << FirstBits);
        var bit = BitOperations.Log2(place);
        return blocks[bit - FirstBits].AsSpan((int)(place ^ (1u << bit)), length);
    }

    /// <summary>The whole block that holds an index.</summary>
    /// <param name="index">An index that was added.</param>
    /// <param name="first">The index of the block's first item.</param>
    public readonly Span<T> BlockOf(int index, out int first)
    {
        var size = 1 << BitOperations.Log2((uint)index + (1u << FirstBits));
        first = size - (1 << FirstBits);
        return Blocks[BitOperations.Log2((uint)size) - FirstBits].AsSpan(0, size);
    }

    /// <summary>Takes back whatever was added from an index on.</summary>
    /// <param name="end">What <see cref="End"/> was once.</param>
    /// <param name="kept">How long the blocks may be together that are kept for what is added next; longer ones go back to the pool.</param>
    /// <exception cref="ObjectDisposedException">The memory was released.</exception>
    public void Truncate(int end, int kept)
    {
        var blocks = Blocks;
        while (_lastBlock >= 0 && FirstOf(_lastBlock) >= end)
        {
            if (FirstOf(_lastBlock) + SizeOf(_lastBlock) > kept && blocks[_lastBlock] is { } unusual)
            {
                Return(_lastBlock, unusual);
                blocks[_lastBlock] = null;
            }

            _lastBlock--;
        }

        _last = _lastBlock < 0 ? [] : blocks[_lastBlock]!;
        _capacity = _lastBlock < 0 ? 0 : SizeOf(_lastBlock);
        _first = _lastBlock < 0 ? 0 : FirstOf(_lastBlock);
        _used = end - _first;
    }

    /// <summary>Makes a sequence that shows the same items, also those that are added here later, until it adds others behind them in arrays of its own.</summary>
    public PooledBlocks<T> Share()
    {
        // Both must go on with one list.
        if (_blocks is not null)
        {
            Array.Resize(ref _blocks, MaxBlocks);
        }

        var sharing = this;
        sharing._sharesList = true;
        sharing._used = _capacity;
        return sharing;
    }

    /// <summary>Whether it shows what another sequence has, and all that is added there.</summary>
    public readonly bool IsSharing => _sharesList;

    /// <summary>Whether the memory was released.</summary>
    public readonly bool IsReleased => _blocks is null;

    /// <summary>Gives the arrays back to the pool; every later access throws.</summary>
    public void Release()
    {
        var blocks = _blocks;
        _blocks = null;
        _last = [];
        _capacity = _used = 0;

        // No index is recent any more, so every access goes where it throws.
        _first = int.MaxValue;
        if (blocks is null)
        {
            return;
        }

        if (_sharesList)
        {
            return;
        }

        for (var i = _sharedBlocks; i < blocks.Length; i++)
        {
            if (blocks[i] is { } block)
            {
                Return(i, block);
            }
        }
    }

    private static T[] Rent(int block) => block < SmallBlocks<T>.Count ? SmallBlocks<T>.Rent(block, SizeOf(block)) : ArrayPool<T>.Shared.Rent(SizeOf(block));

    private static void Return(int block, T[] rented)
    {
        if (block < SmallBlocks<T>.Count)
        {
            SmallBlocks<T>.Return(block, rented);
        }
        else
        {
            ArrayPool<T>.Shared.Return(rented);
        }
    }

    [DoesNotReturn]
    private static void ThrowDisposed() => throw new ObjectDisposedException(
        nameof(Document), "The document was disposed. If it was a record's: a record is valid until the next one is read, or the reading ends; record.Document.Clone() keeps it.");

    // A run that no block in turn can hold skips blocks: their indexes are never used, and they are never rented.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NextBlock(int length)
    {
        var blocks = Blocks;
        var next = _lastBlock + 1;
        if (_sharesList)
        {
            // The owner may have added blocks since.
            _blocks = blocks = [.. blocks];
            _sharesList = false;
            _sharedBlocks = Array.FindLastIndex(blocks, block => block is not null) + 1;
            next = Math.Max(next, _sharedBlocks);
        }

        while (next + FirstBits < 31 && length > 1 << (next + FirstBits))
        {
            next++;
        }

        if (next + FirstBits >= 31)
        {
            throw new InvalidOperationException("The document is too big: it may hold 2 GB of text, and as many nodes.");
        }

        if (next >= blocks.Length)
        {
            Array.Resize(ref blocks, MaxBlocks);
            _blocks = blocks;
        }

        // One may be left of what was taken back. The pool may give a longer array than asked for; only so much of it has indexes.
        var block = blocks[next] ??= Rent(next);
        _last = block;
        _capacity = SizeOf(next);
        _lastBlock = next;
        _used = 0;
        _first = FirstOf(next);
    }

    private static int SizeOf(int block) => 1 << (block + FirstBits);

    private static int FirstOf(int block) => SizeOf(block) - (1 << FirstBits);
}
