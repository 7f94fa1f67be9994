import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NGINX = process.env['NGINX'] ?? '/usr/sbin/nginx'

/** Whether nginx can be run here; says so where it cannot. */
export function hasNginx(): boolean {
  const there = spawnSync(NGINX, ['-v']).status === 0
  if (!there) console.warn(`SKIPPED: no nginx at ${NGINX} (set NGINX): the service behind a proxy is not tested`)
  return there
}

export interface Proxy {
  readonly url: string
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })

/** nginx in front of `service`, publishing it at `/attest/` (which it takes off) and at `/kept/attest/` (which it leaves on). */
export async function startNginx(service: string): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-nginx-'))
  const port = await freePort()
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')
  const forwarded = 'proxy_http_version 1.1; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_buffering off;'
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr error;
events {}
http {
  access_log off; client_max_body_size 0; ${paths}
  server {
    listen 127.0.0.1:${port};
    location /attest/ { proxy_pass ${service}/; ${forwarded} }
    location /kept/attest/ { proxy_pass ${service}; ${forwarded} }
  }
}`,
  )
  const child: ChildProcess = spawn(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
