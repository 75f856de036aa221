import { accessSync, constants, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Program, freePort } from './program.js';

/** nginx as a plain proxy before the sandbox, with connections that it keeps. @returns where it answers */
export async function startNginx(bench, upstream) {
  const binary = find();
  const port = await freePort();
  const directory = bench.directory('nginx');
  const file = join(directory, 'nginx.conf');
  writeFileSync(file, configuration(directory, port, new URL(upstream).host));
  const program = new Program('nginx', binary, ['-p', directory, '-c', file, '-e', 'stderr'], { log: bench.log('nginx') });
  bench.closeLater(program);
  await program.awaitAnswer(`http://127.0.0.1:${port}/_sandbox/workspaces`);
  return { url: `http://127.0.0.1:${port}`, program };
}

function find() {
  const places = process.env.NGINX ? [process.env.NGINX] : process.env.PATH.split(delimiter).map((at) => join(at, 'nginx'));
  const found = places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) {
    throw new Error('nginx is missing: apt install nginx, or set NGINX to where it is');
  }
  return found;
}

const configuration = (directory, port, upstream) => `
daemon off;
worker_processes auto;
pid ${directory}/nginx.pid;
events { worker_connections 4096; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${directory}/${each};`).join(' ')}
  upstream sandbox { server ${upstream}; keepalive 128; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://sandbox;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }
}
`;
