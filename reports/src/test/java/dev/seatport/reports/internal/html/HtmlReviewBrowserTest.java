package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** Filters, sorting, details and links of the page. */
@Tag("slow")
class HtmlReviewBrowserTest extends HtmlInBrowser {
    private void choose(String field, String value) {
        new Select(find("#" + field)).selectByValue(value);
    }

    private WebElement head(String name) {
        return page.findElement(By.xpath("//table[@id='list']/thead//button[starts-with(., '" + name + "')]"));
    }

    @Test
    void filtersByTheKindOfFindingAndShowsTheNumberLeft() {
        choose("f-kind", "BACKUP_SHORTFALL");
        await("4 of 30 customers shown");
        assertThat(shown())
                .containsExactly(
                        "Thornbury Hospital Trust", "Sable Point Marine", "Juniper Health Clinics", "Tidewater Energy");
        assertThat(find("#shown").getDomAttribute("aria-live")).isEqualTo("polite");
    }

    @Test
    void filtersBySeverityWithoutExcusedFindings() {
        choose("f-severity", "CRITICAL");
        await("5 of 30 customers shown");
        choose("f-severity", "EXCUSED");
        await("2 of 30 customers shown");
        assertThat(shown()).containsExactly("Juniper Health Clinics", "Yarrow Theatre Company");
    }

    @Test
    void filtersByKindAndSeverityOfOneFinding() {
        choose("f-kind", "UNASSIGNED_LICENSES");
        choose("f-severity", "CRITICAL");
        await("0 of 30 customers shown");
        choose("f-severity", "WARNING");
        await("2 of 30 customers shown");
    }

    @Test
    void findsTextInNamesAndHiddenTerms() {
        find("#f-text").sendKeys("HARBOUR hotel");
        await("1 of 30 customers shown");
        find("#f-text").clear();
        find("#f-text").sendKeys("CFQ7TTC0LH16");
        await("1 of 30 customers shown");
        assertThat(shown()).containsExactly("Copperfield Accounting");
    }

    @Test
    void showsOnlyTheIncompleteAndClearsAllFilters() {
        find("#f-incomplete").click();
        await("4 of 30 customers shown");
        find("#f-reset").click();
        await("All 30 customers shown");
        assertThat(shown()).hasSize(30);
    }

    @Test
    void aNumberInTheSummaryFiltersItsCustomers() {
        find("a[data-kind=OVER_ASSIGNED_LICENSES]").sendKeys(Keys.ENTER);
        await("2 of 30 customers shown");
        find("a[data-severity=WARNING]").click();
        await("5 of 30 customers shown");
    }

    @Test
    void aLicenseFiltersItsCustomersAndShowsItsCounts() {
        find("#skus summary").click();
        find("#skus a[data-sku]").click();
        String all = find("#shown").getText();
        assertThat(all).endsWith(" of 30 customers shown").doesNotStartWith("30");
        assertThat(page.findElements(By.cssSelector("tbody.c:not([hidden]) .sku")))
                .hasSameSizeAs(shown().toList());
        assertThat(find("tbody.c:not([hidden]) .sku").getText()).contains(" assigned; ", " purchased");
        find("#f-reset").click();
        await("All 30 customers shown");
        assertThat(page.findElements(By.className("sku"))).isEmpty();
    }

    @Test
    void countsOneCustomerInTheSingularAndOffersNoLicenseWithoutLicenses() throws IOException {
        write("one.html", List.of(new HtmlCase("1", "One").seats(1L, 1L).entry()));
        open("one.html");
        await("All 1 customer shown");
        assertThat(find("#f-sku").isDisplayed()).isFalse();
    }

    @Test
    void sortsByClickAndShowsTheOrder() {
        head("Customer").click();
        assertThat(shown()).first().isEqualTo("1f0b6a52-77c1-4d7e-9a43-0c5d2e7b9d10");
        assertThat(sorted("Customer")).isEqualTo("ascending");
        head("Customer").click();
        assertThat(shown()).first().isEqualTo("Yarrow Theatre Company");
        assertThat(sorted("Customer")).isEqualTo("descending");
        assertThat(page.findElements(By.cssSelector("[aria-sort]"))).hasSize(1);
    }

    private String sorted(String name) {
        return Objects.requireNonNull(head(name).findElement(By.xpath("..")).getDomAttribute("aria-sort"));
    }

    @Test
    void sortsByKeyboardAndKeepsTheUnknownLast() {
        head("Licenses").sendKeys(Keys.ENTER);
        assertThat(shown()).startsWith("Thornbury Hospital Trust", "Pinnacle Recruitment");
        head("Licenses").sendKeys(Keys.SPACE);
        assertThat(shown())
                .startsWith("Sable Point Marine", "Copperfield Accounting")
                .endsWith("1f0b6a52-77c1-4d7e-9a43-0c5d2e7b9d10");
        assertThat(sorted("Licenses")).isEqualTo("ascending");
    }

    @Test
    void opensDetailsByKeyboardAndByClickOnTheRow() {
        WebElement summary = find("tbody.c .more > details > summary");
        WebElement details = summary.findElement(By.xpath(".."));
        summary.sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.attributeToBe(details, "open", "true"));
        assertThat(details.findElement(By.className("body")).getText())
                .contains("short by 146", "People and licenses are different things", "Where these numbers come from");
        find("tbody.c .se").click();
        waiting().until(ExpectedConditions.invisibilityOf(details.findElement(By.className("body"))));
    }

    @Test
    void aReferenceNumberShowsItsResponse() {
        find("tbody.c .more > details > summary").sendKeys(Keys.ENTER);
        find("tbody.c .ref a").sendKeys(Keys.ENTER);
        WebElement response = find("tbody.c .prov li");
        waiting().until(ExpectedConditions.visibilityOf(response));
        assertThat(response.getText()).contains("AvePoint", "tenantSeats", "7f3c-thornbury-hospital-trust");
    }

    @Test
    void allControlsAreReachedByTabAndShowTheirFocus() {
        WebElement first = find(".skip");
        page.switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(page.switchTo().activeElement()).isEqualTo(first);
        assertThat(first.getCssValue("outline-style")).isEqualTo("solid");
        assertThat(script("return document.querySelectorAll('[tabindex]:not([tabindex=\"-1\"]), [onclick]').length"))
                .isEqualTo(0L);
    }

    @Test
    void expandsTheDetailsOfManyCustomersOnDemand() throws IOException {
        write("many.html", HtmlFleet.many((int) HtmlCustomerModel.MAX_EXPANDED + 30));
        open("many.html");
        find("#f-text").sendKeys("Thornbury Hospital Trust 1006");
        await("1 of 1030 customers shown");
        WebElement customer = find("tbody.c:not([hidden])");
        assertThat(customer.findElements(By.className("body"))).isEmpty();
        customer.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.visibilityOfNestedElementsLocatedBy(customer, By.className("body")));
        assertThat(customer.findElement(By.className("body")).getText()).contains("short by 146");
    }

    @Test
    void aLinkToACustomerOpensIt() {
        String customer = find("tbody.c:nth-of-type(4)").getDomAttribute("id");
        find("#f-text").sendKeys("HARBOUR hotel");
        await("1 of 30 customers shown");
        page.executeScript("location.hash = '#" + customer + "'");
        await("All 30 customers shown");
        waiting().until(ExpectedConditions.visibilityOf(find("#" + customer + " .body")));
        assertThat(page.findElements(By.cssSelector(".more > details[open]"))).hasSize(1);
        assertThat(find("#" + customer + " .link").getDomAttribute("href")).isEqualTo("#" + customer);
    }

    @Test
    void aLinkToACustomerOpensItWhenThePageIsLoaded() {
        String customer = find("tbody.c:nth-of-type(4)").getDomAttribute("id");
        open("fleet.html#" + customer);
        assertThat(find("#" + customer + " .body").isDisplayed()).isTrue();
    }

    @Test
    void printsNoMoreDetailsThanAreOpenWithoutAFilter() {
        find("tbody.c .more > details > summary").sendKeys(Keys.ENTER);
        page.executeScript("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.findElements(By.cssSelector("details[open]"))).hasSize(1);
        page.executeScript("dispatchEvent(new Event('afterprint'))");
        assertThat(page.findElements(By.cssSelector("details[open]"))).hasSize(1);
    }

    @Test
    void printsTheDetailsOfFilteredCustomers() throws IOException {
        write("many.html", HtmlFleet.many((int) HtmlCustomerModel.MAX_EXPANDED + 30));
        open("many.html");
        find("#f-text").sendKeys("Thornbury Hospital Trust 1006");
        await("1 of 1030 customers shown");
        page.executeScript("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.findElements(By.tagName("noscript"))).hasSize(29);
        assertThat(find("tbody.c:not([hidden]) .body").isDisplayed()).isTrue();
        page.executeScript("dispatchEvent(new Event('afterprint'))");
        assertThat(page.findElements(By.cssSelector("details[open]"))).isEmpty();
    }
}
