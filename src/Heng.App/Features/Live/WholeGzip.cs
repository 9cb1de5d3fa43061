using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.AspNetCore.RequestDecompression;

namespace Heng.App.Features.Live;

/// <summary>Unpacks gzip that is whole. The library's own takes what was cut off for what ended there; a gzip says at its end how much it holds.</summary>
public sealed class WholeGzip : IDecompressionProvider
{
    public Stream GetDecompressionStream(Stream stream) => new Unpacking(new Tail(stream));

    private sealed class Unpacking(Tail packed) : Reading
    {
        private readonly GZipStream gzip = new(packed, CompressionMode.Decompress);
        private long unpacked;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await gzip.ReadAsync(buffer, cancellationToken);
            unpacked += read;
            if (read > 0 || buffer.IsEmpty) return read;
            while (await packed.ReadAsync(buffer, cancellationToken) > 0)
            {
                // What stands behind it belongs to the end too, and makes it another.
            }
            return packed.Says == (uint)unpacked ? 0 : throw new InvalidDataException("the gzip is not whole");
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) gzip.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Passes on what it reads and remembers the last of it.</summary>
    private sealed class Tail(Stream from) : Reading
    {
        private readonly byte[] last = new byte[4];
        private long passed;

        /// <summary>How long what is packed is, modulo 2³²; null where nothing came.</summary>
        public uint? Says => passed < 4 ? null : BinaryPrimitives.ReadUInt32LittleEndian(last);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await from.ReadAsync(buffer, cancellationToken);
            passed += read;
            byte[] end = [.. last, .. buffer.Span[Math.Max(0, read - 4)..read]];
            end.AsSpan(end.Length - 4).CopyTo(last);
            return read;
        }
    }

    private abstract class Reading : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("a body is read without blocking");
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
