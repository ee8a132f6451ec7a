import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

interface KeptFile {
  type: string;
  plain: Buffer;
  gzip: Buffer | null;
  /** The start of the SHA-256 of what it holds. */
  version: string;
  forever: boolean;
}

/** Answers the files of the browser build from memory; returns false for any other path. */
export function staticFiles(folder: string): (req: IncomingMessage, res: ServerResponse) => boolean {
  const files = new Map<string, KeptFile>();
  for (const path of walk(folder)) files.set(`/${relative(folder, path).split(sep).join('/')}`, keep(path));
  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const [path = '', query] = (req.url ?? '').split('?', 2);
    const file = files.get(path);
    if (!file) return false;
    answer(req, res, file, file.forever || query === `v=${file.version}`);
    return true;
  };
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name.startsWith('.')) return [];
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

function keep(path: string): KeptFile {
  const plain = readFileSync(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const squeezes = /text|json|svg|javascript/.test(type) && plain.length > 1024;
  // Vite puts a hash of the content into the names under /assets.
  return {
    type,
    plain,
    gzip: squeezes ? gzipSync(plain) : null,
    // An address that names the content, `?v=` and this, can be kept for good as well.
    version: createHash('sha256').update(plain).digest('hex').slice(0, 12),
    forever: path.includes(`${sep}assets${sep}`),
  };
}

function answer(req: IncomingMessage, res: ServerResponse, file: KeptFile, forever: boolean): void {
  const gzip = file.gzip && /\bgzip\b/.test(String(req.headers['accept-encoding'])) ? file.gzip : null;
  const body = gzip ?? file.plain;
  res.setHeader('content-type', file.type);
  res.setHeader('content-length', body.length);
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('vary', 'accept-encoding');
  res.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
  if (gzip) res.setHeader('content-encoding', 'gzip');
  res.end(req.method === 'HEAD' ? undefined : body);
}
