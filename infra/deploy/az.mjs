// The one door to Azure: the Azure CLI, with whatever sign-in its user has. No token passes through our hands.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../tasks/project.mjs';

/** A command of Azure that did not succeed; `code` is Azure's or Graph's own word for it. */
export class AzureRefused extends Error {
  constructor(args, said) {
    const code = /"code":\s*"([^"]+)"/u.exec(said)?.[1] ?? /\((\w+)\)/u.exec(said)?.[1] ?? 'unknown';
    const message = /"message":\s*"([^"]+)"/u.exec(said)?.[1] ?? said.trim().split('\n')[0] ?? '';
    super(`az ${args.slice(0, 3).join(' ')} did not succeed (${code}): ${message.replace(/^ERROR:\s*/u, '')}`);
    this.code = code;
    this.isMissing =
      /NotFound|ResourceGroupNotFound|Request_ResourceNotFound/u.test(code) || /\bnot found\b|could not be found/iu.test(said);
    this.isForbidden = /Authorization_RequestDenied|AuthorizationFailed|Forbidden/u.test(code);
  }
}

const missing = `The Azure CLI (az) was not found. It is the only program that this needs beside Node:
install it from https://learn.microsoft.com/cli/azure/install-azure-cli, run az login, and start this again.`;

/** Windows has az as a script, which only its shell can start. */
const start = (args, stdio) =>
  process.platform === 'win32'
    ? spawn(
        'az',
        args.map((arg) => `"${arg.replaceAll('"', '""')}"`),
        { stdio, shell: true },
      )
    : spawn('az', args, { stdio });

/** Runs one command of the Azure CLI and answers what it says. */
const runCli = (args) =>
  new Promise((done, fail) => {
    const child = start([...args, '--only-show-errors'], ['ignore', 'pipe', 'pipe']);
    const said = { out: '', err: '' };
    child.stdout.on('data', (part) => {
      said.out += part;
    });
    child.stderr.on('data', (part) => {
      said.err += part;
    });
    child.once('error', (cause) => fail(cause.code === 'ENOENT' ? new Refusal(missing) : cause));
    child.once('close', (code) => (code === 0 ? done(said.out) : fail(refusalOf(args, code, said.err))));
  });

/** 9009 and its words are what the shell of Windows says of a program that is not there. */
const refusalOf = (args, code, said) => {
  if (code === 9009 || /is not recognized/u.test(said)) return new Refusal(missing);
  if (/az login/u.test(said)) return new Refusal(`Azure does not know who you are: run az login and start this again.\n${said.trim()}`);
  return new AzureRefused(args, said);
};

const parsed = (text) => (text.trim() === '' ? null : JSON.parse(text));

const withBody = async (body, use) => {
  const folder = mkdtempSync(join(tmpdir(), 'coaching-pairs-'));
  const file = join(folder, 'body.json');
  try {
    writeFileSync(file, JSON.stringify(body));
    return await use(`@${file}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const graphUrl = 'https://graph.microsoft.com/v1.0';

/**
 * `ask` answers what a command says as JSON; `graph` calls Microsoft Graph through `az rest`, with a filter and a body if there are
 * any. Both throw `AzureRefused` when Azure refuses. `run` answers the output of one command.
 */
export const azureCli = (run = runCli) => ({
  ask: async (args) => parsed(await run([...args, '--output', 'json'])),
  graph: async (method, path, { filter, body } = {}) => {
    const narrowed = filter === undefined ? [] : ['--url-parameters', `$filter=${filter}`];
    const asked = async (more) =>
      parsed(await run(['rest', '--method', method, '--url', `${graphUrl}${path}`, ...narrowed, ...more, '--output', 'json']));
    if (body === undefined) return asked([]);
    return withBody(body, (file) => asked(['--headers', 'Content-Type=application/json', '--body', file]));
  },
});

/** The answer, or undefined where what was asked for is not there. */
export const ifThere = async (asking) => {
  try {
    return await asking;
  } catch (fault) {
    if (fault instanceof AzureRefused && fault.isMissing) return undefined;
    throw fault;
  }
};
