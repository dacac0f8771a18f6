"""Contributors in the admin: bio, photo, what is missing."""

from io import BytesIO

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models import Byline, Contributor
from tests.factories import contributor, draft

LIST, ADD = "/admin/articles/contributor/", "/admin/articles/contributor/add/"


def picture(format="JPEG", size=(1200, 900)):
    data = BytesIO()
    Image.new("RGB", size, "red").save(data, format)
    return SimpleUploadedFile("me at home.php.jpg", data.getvalue(), "text/html")


def form(**said):
    return {"name": "Ada Ng", "slug": "ada-ng", "kind": "person", "bio": "", "disclosure": "", "active": "on"} | said


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def errors(answer):
    return answer.context["adminform"].form.errors


def test_contributor_is_made_with_a_clean_bio(client, an_admin):
    bio = '<p onclick="steal()">Writes on <b>tea</b>.</p><script>steal()</script>'
    answer = client.post(ADD, form(bio=bio, disclosure="None declared.", orcid="0000-0002-1825-0097"))
    assert answer.status_code == 302
    assert Contributor.objects.get().bio == "<p>Writes on <strong>tea</strong>.</p>"


def test_photo_is_written_anew_under_a_name_of_ours(client, an_admin):
    client.post(ADD, form(photo=picture(), photo_alt="Ada Ng at her desk"))
    photo = Contributor.objects.get().photo
    assert photo.name.startswith("contributors/")
    assert photo.name.endswith(".jpg")
    assert "home" not in photo.name
    assert max(photo.width, photo.height) == 800


def test_photo_stays_when_the_form_is_sent_without_one(client, an_admin):
    client.post(ADD, form(photo=picture(), photo_alt="Ada Ng"))
    before = Contributor.objects.get()
    client.post(f"{LIST}{before.pk}/change/", form(name="Ada Okafor", photo_alt="Ada"))
    after = Contributor.objects.get()
    assert (after.name, after.photo.name) == ("Ada Okafor", before.photo.name)


def test_photo_without_alternative_text_is_sent_back(client, an_admin):
    answer = client.post(ADD, form(photo=picture()))
    assert errors(answer) == {"photo_alt": ["Say in words what the photo shows."]}


@pytest.mark.parametrize(
    "data", [b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", b"GIF89a<script>"]
)
def test_what_is_no_picture_is_sent_back_with_the_reason(client, an_admin, data):
    answer = client.post(ADD, form(photo=SimpleUploadedFile("a.jpg", data, "image/jpeg"), photo_alt="Ada"))
    assert list(errors(answer)) == ["photo"]
    assert not Contributor.objects.exists()


def test_wrong_orcid_is_sent_back_with_the_reason(client, an_admin):
    answer = client.post(ADD, form(orcid="0000-0002-1825-0098"))
    assert "check digit is wrong" in str(errors(answer))


def test_bio_of_endless_size_is_sent_back_with_the_reason(client, an_admin):
    answer = client.post(ADD, form(bio="x" * 2_200_000))
    assert "at most 2,097,152" in str(errors(answer))


def test_list_says_what_is_missing_and_filters_by_it(client, an_admin):
    contributor(name="Whole", photo="contributors/a.jpg", photo_alt="Whole")
    contributor(name="Bare", bio="", disclosure="")
    page = client.get(LIST).content.decode()
    assert "photo, bio, disclosure" in page
    for missing, named in (("bio", {"Bare"}), ("any", {"Bare"}), ("", {"Bare", "Whole"})):
        found = client.get(LIST, {"missing": missing} if missing else {}).context["cl"].queryset
        assert {each.name for each in found} == named


def test_contributor_is_deactivated_and_what_they_signed_stays(client, an_admin):
    article = draft()
    signed = Byline.objects.get(article=article).contributor
    client.post(LIST, {"action": "deactivate", "_selected_action": [signed.pk], "index": 0})
    signed.refresh_from_db()
    assert not signed.active
    assert Byline.objects.filter(article=article, contributor=signed).exists()
    assert LogEntry.objects.get().change_message == "Deactivated."


def test_nobody_deletes_a_contributor(client, an_admin):
    made = contributor()
    assert client.post(f"{LIST}{made.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [made.pk], "post": "yes", "index": 0})
    assert Contributor.objects.exists()


def test_editor_s_page_alone_is_loosened(client, an_admin):
    made = contributor()
    loose = [LIST, ADD, f"{LIST}{made.pk}/change/"]
    answers = ["'unsafe-inline'" in client.get(each).headers["Content-Security-Policy"] for each in loose]
    assert answers == [False, True, True]


def test_list_of_contributors_asks_a_few_questions(client, an_admin, django_assert_max_num_queries):
    for _ in range(30):
        contributor()
    with django_assert_max_num_queries(10):
        assert client.get(LIST).status_code == 200
