"""What the command says in Korean; `{name}` in a failure is one of its params."""

FAILURES = {
    # this machine
    "address_invalid": "주소를 읽을 수 없어요. 마지막 인자로 s3://버킷/경로/ 를 주세요. 파일 하나나 스트림이면 "
    "s3://버킷/경로/이름 으로 키 전체를 주고, 여러 파일이나 디렉터리라면 /로 끝나야 해요.",
    "credentials_missing": "AWS 자격 증명을 찾지 못했어요. AWS_PROFILE이나 AWS_ACCESS_KEY_ID와 "
    "AWS_SECRET_ACCESS_KEY를 설정하거나 --profile로 프로필을 알려 주세요.",
    "credentials_unusable": "AWS 자격 증명을 쓸 수 없어요({cause}). 프로필 이름을 확인하거나 "
    "`aws sso login`처럼 다시 로그인해 주세요.",
    "file_missing": "그런 파일이 없어요. 경로를 확인해 주세요. 아무것도 찾지 못한 패턴도 여기에 해당해요.",
    "file_unreadable": "파일을 읽을 수 없어요({cause}). 파일 권한을 확인해 주세요.",
    "file_changed": "올리는 동안 파일이 바뀌었어요. 아무도 쓰지 않을 때 다시 올려 주세요.",
    "not_a_file": "파이프나 장치예요. 스트림으로 보내 주세요: s3loader upload - s3://버킷/키",
    "stream_broken": "스트림을 읽다가 실패해서({cause}) 아무것도 남기지 않았어요. 다시 보내 주세요.",
    "interrupted": "끝나기 전에 중지했어요. 다시 올려 주세요.",
    # the account and AWS
    "access_key_unknown": "AWS에 없는 Access Key ID이거나 비활성화된 키예요. IAM에서 확인해 주세요.",
    "secret_key_wrong": "Secret Access Key가 Access Key ID와 짝이 아니에요. 두 값을 다시 확인해 주세요.",
    "session_token_invalid": "AWS가 세션 토큰을 받지 않아요. 같은 때에 받은 임시 자격 증명 세 값을 함께 써 주세요.",
    "credentials_expired": "자격 증명이 만료됐어요. 새로 받아서 다시 실행해 주세요.",
    "clock_skewed": "이 컴퓨터의 시계가 AWS와 몇 분 이상 달라요. 시각을 맞춰 주세요.",
    "access_denied": "{resource}에 {action}을 할 권한이 없어요. 계정 관리자에게 이 권한을 요청해 주세요.",
    "aws_unreachable": "AWS가 제때 답하지 않았어요({cause}). 네트워크를 확인하고 다시 해 주세요.",
    "aws_throttled": "AWS가 요청을 잠시 제한하고 있어요. 잠시 뒤 다시 하거나 --concurrency를 줄여 주세요.",
    "aws_error": "AWS가 예상하지 못한 오류로 답했어요. 다시 해 보고 계속되면 알려 주세요.",
    "region_not_allowed": "{region} 리전은 설정(ALLOWED_REGIONS)에서 허용하지 않아요. 허용된 리전: {allowed}",
    # the place
    "bucket_not_allowed": "{bucket} 버킷은 설정(ALLOWED_BUCKETS)에서 허용하지 않아요.",
    "bucket_name_invalid": "버킷 이름으로 쓸 수 없는 이름이에요: {bucket}. 이름을 확인해 주세요.",
    "bucket_name_is_arn": "ARN이 아니라 버킷 이름을 써 주세요. 마지막 : 뒤의 부분이에요.",
    "bucket_not_found": "{bucket} 버킷이 없어요. 이름을 확인해 주세요.",
    "bucket_in_other_region": "버킷이 다른 리전에 있어요. 다시 해 주세요.",
    "prefix_not_found": "{prefix} 경로가 없어요. 업로드는 경로를 새로 만들지 않아요. 있는 경로를 골라 주세요.",
    "prefix_not_verifiable": "{prefix} 경로가 있는지 확인할 수 없어요. s3:ListBucket 권한을 요청해 주세요.",
    "prefix_invalid": "경로로 쓸 수 없어요: {prefix}. 경로는 /로 끝나고 ., .. 과 제어 문자를 담지 않아요.",
    # the object
    "name_invalid": "이 이름으로는 올릴 수 없어요: {name}. 비어 있거나 /, 제어 문자, 잘못된 글자가 있어요. 이름을 바꿔 주세요.",
    "key_too_long": "경로와 이름을 합쳐 {limit}바이트까지인데 {bytes}바이트예요. 이름을 줄여 주세요.",
    "file_too_large": "너무 커요. 여기서는 {limit}바이트까지 올릴 수 있어요.",
    "content_type_not_allowed": "올릴 수 없는 종류({contentType})예요. 허용된 종류: {allowed}",
    "conflict": "같은 키의 객체가 이미 있어요. --on-conflict로 replace, keep-both, skip 가운데 골라 주세요.",
    "upload_not_found": "S3에 이 업로드가 없어요. 다시 올려 주세요.",
    "upload_incomplete": "S3에 일부 파트가 보낸 대로 있지 않아요. 다시 올려 주세요.",
    "upload_not_verifiable": "보냈지만 도착했는지 볼 권한이 없어요. {resource}에 {action} 권한을 요청해 주세요.",
    "size_mismatch": "S3의 크기가 파일과 달라요. 다시 올려 주세요.",
    "upload_damaged": "S3에 있는 바이트가 보낸 것과 달라요. 다시 올려 주세요.",
}

SENTENCES = {
    "completed": "업로드했어요",
    "planned": "업로드할 수 있어요",
    "skipped": "이미 있어서 건너뛰었어요",
    "failed": "실패했어요",
    "all": "전체",
    "summary": "업로드 {completed}개, 건너뜀 {skipped}개, 실패 {failed}개",
    "dry_summary": "업로드 가능 {planned}개, 건너뜀 {skipped}개, 거절 {failed}개. 아무것도 보내지 않았어요.",
    "not_told": "업로드했지만 그중 {count}개는 토픽에 알리지 못했어요.",
    "alone": "-는 스트림이라서 다른 파일과 함께 쓸 수 없어요.",
    "nothing": "업로드할 파일이 없어요.",
    "stopping": "중지하고 있어요. 시작한 업로드를 취소하는 중이에요. Ctrl-C를 한 번 더 누르면 그대로 두고 끝나요.",
    "stopped": "중지했어요.",
    "aborted": "시작했던 멀티파트 업로드 {count}개를 취소했어요. S3에 남은 파트가 없어요.",
    "nothing_left": "열려 있는 멀티파트 업로드가 없어요. S3에 남은 파트가 없어요.",
    "left": "다음 키의 파트가 S3에 남아 있을 수 있어요: {keys}. 취소하지 못했어요. 미완료 업로드 화면에서 취소해 주세요.",
    "kept": "도착한 파트는 그대로 있어요. 같은 명령에 --resume을 붙이면 이어서 올려요.",
    "not_sent": "파일 {count}개는 업로드하지 않았어요.",
}
