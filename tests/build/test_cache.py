"""The cache: addressed by content, digest-checked, harmless when altered."""

from pathlib import Path

from c2site.build.cache import Cache, key_of


def test_result_is_made_once_and_kept(tmp_path: Path):
    cache, calls = Cache(tmp_path), []

    def make() -> bytes:
        calls.append(1)
        return b"book"

    assert [cache.made(key_of("a"), make) for _ in range(3)] == [b"book"] * 3
    assert len(calls) == 1


def test_flipped_bit_is_noticed_and_the_result_made_again(tmp_path: Path):
    cache = Cache(tmp_path)
    cache.put(key_of("a"), b"book")
    path = next(path for path in tmp_path.rglob("*") if path.is_file())
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 1
    path.write_bytes(bytes(raw))
    assert cache.get(key_of("a")) is None
    assert cache.made(key_of("a"), lambda: b"anew") == b"anew"


def test_result_filed_under_another_key_is_refused(tmp_path: Path):
    cache = Cache(tmp_path)
    cache.put(key_of("a"), b"book")
    source = next(path for path in tmp_path.rglob("*") if path.is_file())
    target = tmp_path / key_of("b")[:2] / key_of("b")
    target.parent.mkdir(exist_ok=True)
    source.rename(target)
    assert cache.get(key_of("b")) is None


def test_cache_that_cannot_be_written_only_keeps_nothing(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert Cache(blocked / "cache").put(key_of("a"), b"book") == b"book"


def test_key_depends_on_where_parts_end():
    assert key_of("ab", "c") != key_of("a", "bc")
