const BLOCK = 100_000 // bytes; a block may have 128 KB

/** A zstd frame of uncompressed blocks (RFC 8878), since Node 20 writes none; with a checksum where a hash is given. */
export function storeZstd(content: Uint8Array, { hash64 }: { readonly hash64?: (bytes: Uint8Array) => bigint } = {}): Buffer {
  const parts: Uint8Array[] = [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, hash64 ? 4 : 0, 0x58)] // no content size, a window of 2 MB
  for (let start = 0; start === 0 || start < content.length; start += BLOCK) {
    const block = content.subarray(start, start + BLOCK)
    const head = Buffer.alloc(3)
    head.writeUIntLE((start + BLOCK >= content.length ? 1 : 0) | (block.length << 3), 0, 3)
    parts.push(head, block)
  }
  if (hash64) {
    const checksum = Buffer.alloc(4)
    checksum.writeUInt32LE(Number(hash64(content) & 0xffffffffn))
    parts.push(checksum)
  }
  return Buffer.concat(parts)
}

export function skippableFrame(content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(0x184d2a53, 0)
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content])
}
