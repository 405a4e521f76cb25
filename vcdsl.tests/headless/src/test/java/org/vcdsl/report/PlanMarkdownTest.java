package org.vcdsl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class PlanMarkdownTest {

	private static final List<Extension> TABLES = List.of(TablesExtension.create());

	@Test
	void boardReadsWhatInWhichOrderHowLongHowUndoneAndWhichRisksStay() {
		var page = read(PlanReports.cellar());
		assertThat(page.headings).containsExactly("Deployment plan of shop.cellar", "What must be supplied",
				"What is done, in this order", "Wave 1: 5 s", "Wave 2: 1 min", "Wave 3: 1 min", "What takes longest", "How it is undone",
				"Risks that stay", "Risks that were accepted");
		assertThat(page.tables).extracting(List::size).containsExactly(2, 4, 4, 2, 2, 2);
		assertThat(page.tables.get(1)).contains(List.of("Create volume orders on beta", "Volume orders on beta does not exist",
				"Volume orders on beta exists", "Delete volume orders on beta with all data on it", "5 s"));
		assertThat(page.tables.get(4).get(1)).containsExactly("warning", "VCD302", "cellar.vcd:6",
				"All 2 replicas of 'web' share a kernel.");
		assertThat(page.tables.get(5).get(1)).containsExactly("VCD301", "cellar.vcd:6", "Feed 'mains' is a single point of failure.",
				"owner agreed", "2027-06-30");
		assertThat(page.lists).extracting(List::size).containsExactly(3, 7);
		assertThat(page.lists.get(0)).first().isEqualTo("Define network lan on beta (5 s)");
		assertThat(page.lists.get(1)).first().isEqualTo("Shut down virtual machine db on beta");
	}

	@Test
	void namesArePrintedAsTheyAre() {
		var page = read(PlanReports.nasty());
		var name = PlanReports.NASTY.replace('\n', ' ');
		assertThat(page.markup).isEmpty();
		assertThat(page.headings).contains("Blocked steps");
		assertThat(page.tables).allSatisfy(rows -> assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.getFirst())));
		assertThat(page.tables.get(0).get(1)).containsExactly("start-container/h/" + name, "VCD201");
		assertThat(page.tables.get(1).get(1)).containsExactly("address_h", name, name);
		assertThat(page.tables.get(2).get(1)).contains("Start container " + name + " on h");
		assertThat(page.headings).contains("What is done by hand");
		assertThat(page.tables.get(3).get(1)).containsExactly("start-container/h/" + name, name, name);
		assertThat(page.tables.get(4).get(1)).contains(name);
		assertThat(page.lists.get(0)).containsExactly("Start container " + name + " on h (30 s)");
	}

	@Test
	void emptyPlanSaysSo() {
		var page = read(PlanReports.empty());
		assertThat(page.tables).isEmpty();
		assertThat(PlanMarkdown.print(PlanReports.empty())).contains("0 steps in 0 waves; by estimate they take at least 0 s.",
				"There is nothing to do.", "There is nothing to undo.", "None was found.").doesNotContain("\r");
	}

	private static Page read(PlanReport report) {
		var page = new Page();
		Parser.builder().extensions(TABLES).build().parse(PlanMarkdown.print(report)).accept(page);
		return page;
	}

	/** What a reader sees of a page. */
	private static final class Page extends AbstractVisitor {

		private final List<String> headings = new ArrayList<>();
		private final List<List<List<String>>> tables = new ArrayList<>();
		private final List<List<String>> lists = new ArrayList<>();
		private final List<Node> markup = new ArrayList<>();

		@Override
		public void visit(Heading heading) {
			headings.add(textOf(heading));
			visitChildren(heading);
		}

		@Override
		public void visit(OrderedList list) {
			var items = new ArrayList<String>();
			for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
				items.add(textOf(item));
			}
			lists.add(items);
			visitChildren(list);
		}

		@Override
		public void visit(CustomBlock block) {
			if (block instanceof TableBlock) {
				tables.add(new ArrayList<>());
			}
			visitChildren(block);
		}

		@Override
		public void visit(CustomNode node) {
			if (node instanceof TableRow) {
				tables.getLast().add(new ArrayList<>());
			} else if (node instanceof TableCell) {
				tables.getLast().getLast().add(textOf(node));
			}
			visitChildren(node);
		}

		@Override
		public void visit(Link link) {
			markup.add(link);
		}

		@Override
		public void visit(HtmlInline html) {
			markup.add(html);
		}

		@Override
		public void visit(HtmlBlock html) {
			markup.add(html);
		}

		/** Plain text alone: what Markdown takes for code or a line break is missing from it. */
		private static String textOf(Node node) {
			var text = new StringBuilder();
			node.accept(new AbstractVisitor() {
				@Override
				public void visit(Text part) {
					text.append(part.getLiteral());
				}
			});
			return text.toString();
		}
	}
}
