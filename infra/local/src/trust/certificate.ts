import { readFile } from 'node:fs/promises';
import { generate } from 'selfsigned';
import { writeWhole } from '../whole-file.js';

/** A certificate for 127.0.0.1 that is its own authority, both as PEM. */
export type Certificate = { readonly cert: string; readonly key: string };

const tenYearsMs = 10 * 365 * 24 * 3_600_000;
const anHourMs = 3_600_000;

const makeCertificate = async (): Promise<Certificate> => {
  const now = Date.now();
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'Coaching Pairs sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - anHourMs),
    notAfterDate: new Date(now + tenYearsMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  return { cert, key };
};

/** Where the two PEM files are; `cert` is what NODE_EXTRA_CA_CERTS names. */
export type CertificateFiles = { readonly cert: string; readonly key: string };

/** Reads the certificate, or makes it on the first start. The key is readable by its owner alone and never leaves the folder. */
export const openCertificate = async (files: CertificateFiles): Promise<Certificate> => {
  try {
    return { cert: await readFile(files.cert, 'utf8'), key: await readFile(files.key, 'utf8') };
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) {
      throw cause;
    }
  }
  const made = await makeCertificate();
  await writeWhole(files.key, made.key, 0o600);
  await writeWhole(files.cert, made.cert);
  return made;
};
