using System.Text;

namespace XmlJson;

/// <summary>Marks the first bytes that a decoder finds invalid with <see cref="Mark"/> instead of throwing, so that what was decoded before is kept and no state is lost.</summary>
internal sealed class InvalidBytesFallback : DecoderFallback
{
    /// <summary>Stands for invalid bytes in the decoded text; XML allows no such character.</summary>
    public const char Mark = '\uFFFF';

    /// <summary>The first invalid bytes; null while there are none.</summary>
    public byte[]? Bytes { get; private set; }

    /// <summary>Where they begin, relative to the piece that was being decoded.</summary>
    public int Index { get; private set; }

    /// <inheritdoc/>
    public override int MaxCharCount => 1;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(InvalidBytesFallback owner) : DecoderFallbackBuffer
    {
        private bool _isPending;

        public override int Remaining => _isPending ? 1 : 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            if (owner.Bytes is null)
            {
                owner.Bytes = (byte[])bytesUnknown.Clone();
                owner.Index = index;
            }

            _isPending = true;
            return true;
        }

        public override char GetNextChar()
        {
            if (!_isPending)
            {
                return '\0';
            }

            _isPending = false;
            return Mark;
        }

        public override bool MovePrevious() => false;

        public override void Reset() => _isPending = false;
    }
}
