"""Sealed statements survive git: their line endings are never changed, on whatever machine they are checked out."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_git_gives_a_sealed_file_back_byte_by_byte(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *arguments], check=True, capture_output=True)

    git("init", "--quiet")
    git("config", "core.autocrlf", "true")
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    names = ("acceptances/one.dsse.json", "other.json")
    (tmp_path / "acceptances").mkdir()
    for name in names:
        (tmp_path / name).write_bytes(b'{"payload":"x"}\n')
    git("add", "--all")
    git("commit", "--quiet", "--message", "sealed")
    for name in names:
        (tmp_path / name).unlink()
    git("checkout", "--", ".")
    assert [(tmp_path / name).read_bytes()[-2:] for name in names] == [b"}\n", b"\r\n"]
