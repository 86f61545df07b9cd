#!/usr/bin/env bash
# Comments on a pull request with a picture of what changed in each of its diagrams. A comment of an earlier run is written
# anew. Comments can't hold pictures: they are kept on a branch of their own, which has nothing else.
set -euo pipefail

if [ -z "$PULL_REQUEST" ]; then
  echo "There is no pull request to comment on."
  exit 0
fi
mark='<!-- mxsvg: changed diagrams -->'
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
body="$work/body.md"
export GIT_INDEX_FILE="$work/index"
export GIT_AUTHOR_NAME=mxsvg GIT_AUTHOR_EMAIL=mxsvg@users.noreply.github.com
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"

parent=()
if git fetch --quiet --depth=1 origin "refs/heads/$PICTURES_BRANCH" 2> "$work/fetch"; then
  parent=(-p FETCH_HEAD)
  git read-tree FETCH_HEAD
fi

printf '%s\n### Changed diagrams\n' "$mark" > "$body"
count=0
# -z: names of files may hold anything.
while IFS= read -r -d '' file; do
  count=$((count + 1))
  picture="$PULL_REQUEST/$count-$(git hash-object -- "$file").png"
  mxsvg diff "$BASE" "$file" -o "$work/changes.png" > "$work/changes.txt"
  blob="$(git hash-object -w -- "$work/changes.png")"
  git update-index --add --cacheinfo "100644,$blob,$picture"
  # Names and labels are shown as they are: as code, they can't be markup.
  fence='````'
  while grep -qF -- "$fence" "$work/changes.txt"; do fence="$fence\`"; done
  {
    printf '\n#### `%s`\n\n' "${file//[\`$'\n']/ }"
    printf '![What changed, marked](%s/%s/blob/%s/%s?raw=true)\n' \
      "$GITHUB_SERVER_URL" "$GITHUB_REPOSITORY" "$PICTURES_BRANCH" "$picture"
    printf '\n<details><summary>In words</summary>\n\n%stext\n%s\n%s\n\n</details>\n' \
      "$fence" "$(head -c 10000 "$work/changes.txt")" "$fence"
  } >> "$body"
done < <(GIT_INDEX_FILE='' && unset GIT_INDEX_FILE && git diff -z --name-only --diff-filter=M "$BASE...HEAD" -- '*.drawio' '*.dio')

if [ "$count" -eq 0 ]; then
  echo "No diagram changed."
  exit 0
fi
commit="$(git commit-tree "$(git write-tree)" "${parent[@]}" -m "Pictures of pull request $PULL_REQUEST")"
git push --quiet origin "$commit:refs/heads/$PICTURES_BRANCH"

comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
earlier="$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$mark\")) | .id" | head -n 1)"
if [ -n "$earlier" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$earlier" -F "body=@$body" > "$work/answer"
else
  gh api --method POST "$comments" -F "body=@$body" > "$work/answer"
fi
echo "Commented on $count diagrams."
