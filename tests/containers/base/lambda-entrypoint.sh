#!/bin/sh
# As AWS's own: under Lambda the runtime client, elsewhere the same in the emulator.
[ -n "${AWS_LAMBDA_RUNTIME_API:-}" ] && exec python3.13 -m awslambdaric "$@"
exec aws-lambda-rie python3.13 -m awslambdaric "$@"
