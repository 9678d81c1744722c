import { expect, test } from 'vitest'
import { loadPeer } from '../../src/archive/load-peer.js'

test('a package that is not installed is named with the command that installs it', async () => {
  const name = 'no-such-package'
  await expect(loadPeer(import(name), name, 'reads minds')).rejects.toMatchObject({
    code: 'missing-peer',
    message: 'Expected the package that reads minds, got none. Install it with: npm install no-such-package',
  })
})
