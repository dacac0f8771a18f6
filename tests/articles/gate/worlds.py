"""One row of each guarded table, in a site where all of them mean something."""

from articles import ledger
from articles.models import Article, Claim, Edition, Notice, Revision, Ruling, Step, StoredReport, Waiver
from references.models import Source
from tests import factories
from tests.articles.gate.ways import Row
from tests.factories import advanced, approved, fresh, person


def corrected() -> Article:
    """A live article with two editions and a notice, whose claims have a waiver and a ruling, both standing."""
    article = factories.published(ruled_on())
    factories.saved(article, article.head.body.replace("10%", "12%"))
    return advanced(approved(fresh(article)), "correct", person("Publisher"), "It is 12 per cent.")


def ruled_on() -> Article:
    """A draft with three claims: one cited, one waived, one ruled not to be a claim."""
    cited = factories.cited(factories.source().key)
    article = factories.draft(body=f"{cited}<p>Coffee causes cancer. Milk prevents stroke in 9 of 10 adults.</p>")
    waived, ruled = Claim.objects.filter(article=article, text__regex="^(Coffee|Milk)").order_by("text")
    asked = ledger.ask_waiver(waived, article.owner, Waiver.Reason.COMMON_KNOWLEDGE)
    ledger.decide_waiver(asked, person("Fact-checker"), granted=True)
    ledger.rule(ruled, Ruling.Kind.NOT_A_CLAIM, person("Publisher"))
    return article


def row_of(model: type[Row], article: Article) -> Row:
    """The newest row of a table that belongs to an article, or is cited by it."""
    rows = {
        Article: Article.objects.filter(pk=article.pk),
        Claim: article.claims,
        Waiver: Waiver.objects.filter(claim__article=article),
        Ruling: Ruling.objects.filter(claim__article=article),
        Source: Source.objects.filter(references__bibliography=article.bibliography),
        Revision: article.revisions,
        Step: article.steps,
        StoredReport: StoredReport.objects.filter(revision__article=article),
        Edition: article.editions,
        Notice: Notice.objects.filter(edition__article=article),
    }
    return rows[model].order_by("-pk")[0]
