# syntax=docker/dockerfile:1
# The current LTS of Node. Everything also runs on Node 20.19 and newer.
ARG NODE=26-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY deploy/copy-assets.mjs deploy/
COPY src src
# What only building and `npm start` need stays behind.
RUN npm run build && npm prune --omit=dev \
  && rm -rf node_modules/typescript node_modules/@typescript node_modules/tsx node_modules/esbuild node_modules/@esbuild

FROM node:${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY knowledge knowledge
COPY prompts prompts
# Nothing of the program can be written by the account that runs it; only /data can.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--max-semi-space-size=1", "--max-old-space-size=384", "--optimize-for-size", "dist/main.js"]
