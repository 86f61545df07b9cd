# mxsvg as a command, in place of draw.io desktop with its virtual display: docker run --rm -v "$PWD:/data" IMAGE plan.drawio
FROM node:22-alpine AS packages
WORKDIR /opt/mxsvg
ARG VERSION=latest
# What only compilers and debuggers read is left out: types and maps.
RUN npm install --omit=dev --no-audit --no-fund "mxsvg@${VERSION}" \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' \) -delete

FROM alpine:3.22
RUN apk add --no-cache nodejs \
  && ln -s /opt/mxsvg/node_modules/.bin/mxsvg /usr/local/bin/mxsvg \
  && ln -s /opt/mxsvg/node_modules/.bin/mxsvg /usr/local/bin/drawio \
  && adduser -D -u 1000 mxsvg
COPY --from=packages /opt/mxsvg /opt/mxsvg
USER mxsvg
WORKDIR /data
ENTRYPOINT ["mxsvg"]
CMD ["--help"]
