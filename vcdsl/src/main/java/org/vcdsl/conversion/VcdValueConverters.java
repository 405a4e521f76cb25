package org.vcdsl.conversion;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.xtext.common.services.DefaultTerminalConverters;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.impl.AbstractIDValueConverter;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

import com.google.inject.Inject;

/** The data type rules of the grammar: what is written apart or with comments between is one value all the same. */
public class VcdValueConverters extends DefaultTerminalConverters {

	@Inject
	private AbstractIDValueConverter idConverter;

	/** A name; {@code ^} in front of a keyword makes it one. */
	@ValueConverter(rule = "ValidID")
	public IValueConverter<String> ValidID() {
		return idOrKeyword;
	}

	/** A name of an operating system release: {@code Debian 12}. */
	@ValueConverter(rule = "OsName")
	public IValueConverter<String> OsName() {
		return words;
	}

	/** A number with its unit: {@code 16 GiB}. */
	@ValueConverter(rule = "Quantity")
	public IValueConverter<String> Quantity() {
		return words;
	}

	/** A quantity, or a request and a limit: {@code 250 mcpu..2 core}. */
	@ValueConverter(rule = "Demand")
	public IValueConverter<String> Demand() {
		return words;
	}

	/** An address: a number as it stands, or a string without its quotes. */
	@ValueConverter(rule = "Address")
	public IValueConverter<String> Address() {
		return address;
	}

	private final IValueConverter<String> address = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return Character.isDigit(value.charAt(0)) ? value : STRING().toString(value);
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return string.startsWith("\"") ? STRING().toValue(string, node) : string;
		}
	};

	private final IValueConverter<String> idOrKeyword = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return idConverter.toString(value);
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return string.startsWith("^") ? string.substring(1) : string;
		}
	};

	private final IValueConverter<String> words = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return value;
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return node == null ? string
					: StreamSupport.stream(node.getLeafNodes().spliterator(), false).filter(leaf -> !leaf.isHidden())
							.map(ILeafNode::getText).collect(Collectors.joining(" "));
		}
	};
}
