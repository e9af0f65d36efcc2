# The desk from its sources, packed, on a plain Node. Build: docker build -t textdesk .
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN node tools/run.mjs pack /textdesk

FROM node:24-bookworm-slim
COPY --from=build /textdesk /opt/textdesk
# A volume takes over the owner of the folder it is first mounted on.
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATABASE_URL=sqlite:/data/textdesk.sqlite
WORKDIR /data
USER node
VOLUME ["/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that it gets the signal to stop; it then ends within 11 seconds.
STOPSIGNAL SIGTERM
CMD ["node", "/opt/textdesk/server/app/main.mjs"]
