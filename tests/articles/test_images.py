"""The one door for pictures."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from articles import images
from articles.images import ImageRefused, admit

SECRET = "taken at 51.5 N"


def encoded(picture, format="JPEG", **options):
    data = BytesIO()
    picture.save(data, format, **options)
    return data.getvalue()


def photo(size=(60, 40), mode="RGB", colour="red"):
    return Image.new(mode, size, colour)


def opened(file):
    return Image.open(BytesIO(file.read()))


@pytest.mark.parametrize("format", images.FORMATS)
def test_picture_of_a_kind_that_is_taken_comes_out_as_ours(format):
    admitted = opened(admit(encoded(photo(), format)))
    assert (admitted.format, admitted.size) == ("JPEG", (60, 40))


def test_transparency_is_kept_as_png():
    admitted = admit(encoded(photo(mode="RGBA", colour=(255, 0, 0, 0)), "PNG"))
    picture = opened(admitted)
    assert admitted.name.endswith(".png")
    assert picture.getpixel((0, 0)) == (255, 0, 0, 0)


def test_metadata_and_what_is_hidden_behind_the_picture_stay_outside():
    exif = Image.Exif()
    exif[0x010E] = SECRET
    jpeg = encoded(photo(), exif=exif, comment=SECRET.encode(), icc_profile=SECRET.encode())
    text = PngInfo()
    text.add_text("Comment", SECRET)
    png = encoded(photo(mode="RGBA"), "PNG", pnginfo=text)
    for data in (jpeg, png, jpeg + b"<script>alert(1)</script>"):
        kept = admit(data).read()
        assert SECRET.encode() not in kept
        assert b"<script>" not in kept
        assert not Image.open(BytesIO(kept)).getexif()


def test_picture_is_turned_the_way_its_camera_was_held():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    assert opened(admit(encoded(photo((60, 40)), exif=exif))).size == (40, 60)


def test_large_picture_is_made_smaller_in_proportion():
    assert opened(admit(encoded(photo((300, 150))), longest=100)).size == (100, 50)


def test_first_frame_alone_is_kept_of_a_moving_picture():
    data = encoded(photo(colour="red"), "GIF", save_all=True, append_images=[photo(colour="blue")])
    picture = opened(admit(data))
    red, _, blue = picture.getpixel((5, 5))
    assert getattr(picture, "n_frames", 1) == 1
    assert red > 200 > 50 > blue


def test_name_is_ours_and_another_each_time():
    data = encoded(photo())
    assert admit(data).name != admit(data).name


@pytest.mark.parametrize("pixels", [(8000, 5001), (10_000, 9_500), (14_000, 14_000)])
def test_picture_of_too_many_pixels_is_refused(pixels):
    # Black and white: the file is small, as a bomb's is.
    with pytest.raises(ImageRefused, match="at most 40 million"):
        admit(encoded(Image.new("1", pixels), "PNG"))


def test_too_large_a_file_is_refused_before_it_is_read():
    with pytest.raises(ImageRefused, match="at most 10 MB"):
        admit(b"\0" * (images.MOST_BYTES + 1))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"GIF89a",
        encoded(photo(), "BMP"),
        encoded(photo(), "TIFF"),
        encoded(photo(), "ICO"),
    ],
)
def test_what_is_no_picture_of_a_kind_that_is_taken_is_refused(data):
    with pytest.raises(ImageRefused):
        admit(data)


def test_picture_that_is_cut_off_is_refused():
    whole = encoded(photo((400, 400)))
    with pytest.raises(ImageRefused, match="cut off"):
        admit(whole[: len(whole) // 2])
