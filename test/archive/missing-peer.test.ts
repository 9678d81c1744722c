import { expect, test } from 'vitest'
import { missingPeer } from '../../src/missing-peer.js'

test('a package that is not installed is named with the command that installs it', async () => {
  const name = 'no-such-package'
  await expect(import(name).catch(missingPeer(name, 'reads minds'))).rejects.toMatchObject({
    code: 'missing-peer',
    message: 'Expected the package that reads minds, got none. Install it with: npm install no-such-package',
  })
})
