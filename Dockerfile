# One image for the API and the workers; docker-compose.yml says which of them a container is.

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1
WORKDIR /build

# What changes least comes first, so that a change of our own code installs nothing again.
COPY requirements/build.txt requirements/runtime.txt requirements/
RUN python -m venv tools && tools/bin/pip install --quiet --require-hashes --requirement requirements/build.txt
# pip compiles to byte code while it installs: the file system is read-only later, and an uncompiled start is a second slower.
RUN python -m venv /app/venv && /app/venv/bin/pip install --quiet --require-hashes --requirement requirements/runtime.txt

COPY pyproject.toml README.md LICENSE ./
COPY requirements/engine.txt requirements/lock.txt requirements/
COPY fullmarks fullmarks
COPY store store
COPY workers workers
COPY service service
RUN tools/bin/python -m hatchling build --target wheel --directory dist \
    && /app/venv/bin/pip install --quiet --no-deps --no-index dist/*.whl

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 fullmarks && useradd --uid 10001 --gid fullmarks --no-create-home --shell /usr/sbin/nologin fullmarks
COPY --from=build /app/venv /app/venv
COPY rubrics /app/rubrics
ENV PATH=/app/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    FULLMARKS_HOST=0.0.0.0 \
    FULLMARKS_RUBRICS=/app/rubrics
WORKDIR /app
USER fullmarks
EXPOSE 8000
CMD ["gunicorn", "--config", "python:service.gunicorn_config"]
